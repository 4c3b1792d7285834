"""The editor of statements between browser and page: nothing that was typed is lost, and nothing old comes back."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from explorer.panels.own_editor import STATEMENT, ask_for_run, begin_editor, fill_editor, get_to_run, read_editor

    begin_editor("at first", "")
    if (said := st.session_state.pop("said", None)) is not None:
        st.session_state[STATEMENT] = {"written": said}
    for asked in ("fill", "run"):
        if (value := st.session_state.pop(asked, None)) is not None:
            fill_editor(value, "") if asked == "fill" else ask_for_run()
    st.session_state["read"] = read_editor()[0]
    st.session_state["filled"] = st.session_state["own-cypher-kept"].written.filled
    if st.session_state.pop("take", False):
        st.session_state["taken"] = get_to_run().take()


class Editor:
    """The page's editor, as a browser and the page's buttons deal with it."""

    def __init__(self) -> None:
        self.test = AppTest.from_function(page, default_timeout=30).run()

    def do(self, **done: object) -> str:
        """A run of the page in which that is done; what is in the editor then."""
        for name, value in done.items():
            self.test.session_state[name] = value
        self.test.run()
        assert not self.test.exception
        return str(self.test.session_state["read"])

    @property
    def filled(self) -> str:
        """The name of what the page put in last."""
        return str(self.test.session_state["filled"])


def test_what_is_typed_is_in_the_editor_until_the_page_puts_something_else_in() -> None:
    editor = Editor()
    first = editor.filled
    assert editor.do(said={"text": "typed", "filled": first}) == "typed"
    assert editor.do(fill="opened") == "opened"
    assert editor.do(said={"text": "typed late", "filled": first}) == "opened", "typed before it was opened"
    assert editor.do(said={"text": "typed on", "filled": editor.filled}) == "typed on"


def test_what_stands_in_a_page_that_outlived_the_server_is_taken_and_not_forever() -> None:
    editor = Editor()
    assert editor.do(said={"text": "typed before", "filled": "of-another-server"}) == "typed before"
    assert editor.do(fill="opened") == "opened"
    assert editor.do(said={"text": "typed before", "filled": "of-another-server"}) == "opened"


def test_what_is_run_is_what_stood_there_at_the_press_and_once() -> None:
    editor = Editor()
    editor.do(said={"text": "pressed", "filled": editor.filled}, run=True)
    editor.do(said={"text": "typed since", "filled": editor.filled}, take=True)
    assert editor.test.session_state["taken"] == ("pressed", "")
    editor.do(take=True)
    assert editor.test.session_state["taken"] is None
