"""Addresses that name what is not there: a notice says what and the nearest, and nothing takes its place."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, settle

NOTICE = "Not all that this address asks for is there."


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("query=money-by-funder&p.funder=agency/exmi", "there is no agency/exmi (did you mean agency/exim?)"),
        ("query=money-by-funder&p.funder=Ex-Im Bank of the US", "there is no Ex-Im Bank of the US"),
        ("query=money-by-funder&p.funder=EXIM", "there is no EXIM (did you mean agency/exim?)"),
        ("query=money-by-funder&p.funder=mineral/copper", "mineral/copper is a Mineral: it takes the id of a node of"),
        ("query=connections&p.hops=99", "99 is not between 1 and 8"),
        ("query=connections&p.hops=many", "'many' is not a whole number"),
        (
            "query=money-by-fundr&p.funder=agency/dfc",
            "There is no saved query “money-by-fundr”: choose one. Did you mean",
        ),
    ],
)
def test_no_other_answer_takes_the_place_of_one_that_is_not_there(page: Page, app: str, query: str, says: str) -> None:
    page.goto(f"{app}/queries?{query}")
    expect(page.get_by_text(says)).to_be_visible(timeout=30_000)
    settle(page)
    expect(page.get_by_text("not cut.")).to_have_count(0)
    assert unquote(page.url).endswith(query)


def test_after_a_notice_the_reader_goes_on_and_the_address_follows(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=money-by-funder&p.funder=agency/exmi")
    expect(page.get_by_text("did you mean agency/exim?")).to_be_visible(timeout=30_000)
    page.get_by_role("combobox", name="Whose money").click()
    page.keyboard.type("dfc")
    page.get_by_role("option").first.click()
    expect(page.get_by_text("not cut.")).to_be_visible(timeout=30_000)
    page.wait_for_function("location.search.includes('agency%2Fdfc')", timeout=10_000)
    expect(page.get_by_text("did you mean")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("query=money-by-funder&p.founder=agency/dfc", "“p.founder” means nothing in this page's address"),
        ("query=mineral-deals&p.mineral=mineral/cobalt&node=mineral/cobald", "(did you mean mineral/cobalt?)"),
        ("query=mineral-deals&p.mineral=mineral/cobalt&node=country/KE", "country/KE is not in this answer"),
    ],
)
def test_what_an_answer_does_not_take_is_said_beside_it(page: Page, app: str, query: str, says: str) -> None:
    page.goto(f"{app}/queries?{query}")
    expect(page.get_by_text(NOTICE)).to_be_visible(timeout=30_000)
    expect(page.get_by_text(says)).to_be_visible()
    settle(page)
    assert unquote(page.url).endswith(query)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("node=company/glencoer", "There is no company/glencoer in these records (did you mean company/glencore?)"),
        ("steps=add:company/glencor,expand:country/AR", "There is no company/glencor in these records (did you mean"),
        ("steps=remove:country/AR", "“remove:country/AR” is no step"),
        ("hide=country/XX", "There is no country/XX in these records"),
        ("no=Contry", "There is no kind of node Contry (did you mean Country?)"),
        ("without=FUND", "There is no relationship type FUND (did you mean FUNDS?)"),
        ("log=1~~hcountry/XX", "There is no country/XX in these records"),
        ("log=1~~zcountry/AR", "“zcountry/AR” is no action of a log of this version"),
        ("at=country/AR@1", "1” is no place of a node"),
        ("nodes=country/AR", "“nodes” means nothing in this page's address (did you mean node?)"),
    ],
)
def test_the_network_says_what_its_address_names_in_vain(page: Page, app: str, query: str, says: str) -> None:
    page.goto(f"{app}/?{query}")
    Canvas(page).wait()
    expect(page.get_by_text(says)).to_be_visible()
    settle(page)
    assert unquote(page.url).endswith(query)


def test_a_sound_address_brings_no_notice_and_one_step_ends_an_old_one(page: Page, app: str) -> None:
    page.goto(f"{app}/?node=company/glencore&steps=expand:gathered/participants,expand:company/glencore&no=Person")
    canvas = Canvas(page).wait()
    expect(page.get_by_text(NOTICE)).to_have_count(0)
    page.goto(f"{app}/?node=company/glencoer")
    canvas.wait()
    expect(page.get_by_text(NOTICE)).to_be_visible()
    canvas.click("country/US")
    page.wait_for_function("location.search.includes('country%2FUS')", timeout=10_000)
    expect(page.get_by_text(NOTICE)).to_have_count(0)
