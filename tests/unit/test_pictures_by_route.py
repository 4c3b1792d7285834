"""Pictures as bytes: packed once, had by name alone, for ever by the browser, and by nobody who is not let in."""

import gzip
import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp

from cypher.model import built_in_model
from cypher.results import GraphNode, Subgraph
from explorer.access.allowed_hosts import AllowedHosts
from explorer.access.login_settings import Login
from explorer.access.middleware import PICTURES, AccessMiddleware
from explorer.access.page_limit import OpenPages
from explorer.access.settings import Serving
from explorer.canvas.picture_route import make_picture_route
from explorer.canvas.picture_store import PictureStore
from explorer.render.picture import Picture, draw_picture
from explorer.state.actions import list_actions
from tests.unit.asked_routes import Answered, get

HOST = "127.0.0.1:8501"
LOG_IN = {"Cookie": "_streamlit_user=ann"}


def picture_of(*names: str, at: float = 0.0) -> Picture:
    nodes = tuple(GraphNode(f"deal/{n}", "Deal", {"name": n}) for n in names)
    return draw_picture(Subgraph(nodes), {n.id: (at, float(i)) for i, n in enumerate(nodes)}, built_in_model())


@pytest.fixture
def store() -> PictureStore:
    return PictureStore()


def behind_the_door(store: PictureStore, serving: Serving, pages: OpenPages) -> ASGIApp:
    return AccessMiddleware(Starlette(routes=[make_picture_route(store)]), serving, pages)


def test_a_picture_comes_as_it_was_drawn_and_is_kept_by_the_visitors_own_browser_for_ever(store: PictureStore) -> None:
    drawn = picture_of("Loan", "<b>Bold</b>")
    app = behind_the_door(store, Serving(), OpenPages(0))

    packed = get(app, PICTURES + store.keep(drawn), {"Accept-Encoding": "gzip, br"})
    plain = get(app, PICTURES + store.keep(drawn), {})

    assert packed.status == plain.status == 200
    assert json.loads(plain.body) == json.loads(json.dumps({**drawn.payload(), "actions": list_actions()}))
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["content-type"] == "application/json"
    assert packed.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert packed.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in packed.headers


def test_one_picture_has_one_name_another_one_another_and_another_process_names_it_otherwise() -> None:
    one, other = PictureStore(), PictureStore()
    names = [one.keep(picture_of("Loan")), one.keep(picture_of("Loan", at=3.0)), other.keep(picture_of("Loan"))]
    assert one.keep(picture_of("Loan")) == names[0]
    assert len(set(names)) == 3
    assert all(len(name) == 64 for name in names)
    assert picture_of("Loan").revision not in names


def test_who_was_not_told_a_name_gets_nothing(store: PictureStore) -> None:
    app = behind_the_door(store, Serving(), OpenPages(0))
    drawn = picture_of("Loan")
    store.keep(drawn)
    for name in ("", drawn.revision, "a" * 64, "..%2f..%2fapp.py", store.keep(drawn)[:-1]):
        answer = get(app, PICTURES + name, {})
        assert answer.status == 404
        assert b"Loan" not in answer.body
        assert "immutable" not in answer.headers.get("cache-control", "")


def refusals(store: PictureStore) -> Iterator[Answered]:
    """Who has the name and is not let in: a stranger, who has left, another host, another way of asking."""
    pages, name = OpenPages(0), PICTURES + store.keep(picture_of("Loan"))
    app = behind_the_door(store, Serving(shared=True, login=Login({}, ("default",)), hosts=AllowedHosts()), pages)
    yield get(app, name, {})
    yield get(app, name, LOG_IN)
    pages.admit(pages.open("_streamlit_user=ann"), "ann")
    assert get(app, name, LOG_IN).status == 200
    yield get(app, name, {"Cookie": "_streamlit_user=bob"})
    yield get(app, name, LOG_IN | {"Host": "evil.example"})
    yield get(app, name, LOG_IN, method="POST")
    pages.leave("_streamlit_user=ann")
    yield get(app, name, LOG_IN)


def test_a_name_is_not_enough_without_the_log_in_of_a_page_that_is_in(store: PictureStore) -> None:
    answers = list(refusals(store))
    assert [a.status for a in answers] == [403, 403, 403, 421, 405, 403]
    assert all(b"Loan" not in a.body for a in answers)


def test_the_oldest_give_way_and_the_newest_stays_however_large() -> None:
    packed = PictureStore()
    size = len(packed.find(packed.keep(picture_of("Loan"))) or b"")
    store = PictureStore(most_bytes=int(2.5 * size))
    first, second = store.keep(picture_of("Loan", at=1)), store.keep(picture_of("Loan", at=2))
    assert store.find(first) is not None  # asked for just now, so that the second is the older one
    third = store.keep(picture_of("Loan", at=3))
    assert [store.find(name) is not None for name in (first, second, third)] == [True, False, True]
    assert store.find(store.keep(picture_of("Loan", at=2))) is not None  # put there again by the next run of the page
    huge = PictureStore(most_bytes=1)
    assert huge.find(huge.keep(picture_of("Loan"))) is not None
