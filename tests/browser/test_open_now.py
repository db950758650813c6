"""In the browser the line is open at the same moments as in Python, and the reader sees it on their own clock."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, Route

from scripts.site_server import Server
from tests.browser.steps import choose, wait_for_python
from wizard.hours import line_hours
from wizard.render import open_now_html
from wizard.wording import wording

MODULE = Path(__file__).resolve().parents[2] / "wizard" / "web" / "open_now.js"
ADDRESS = "http://guide.test/"
ZONES = (
    "America/New_York",
    "Pacific/Honolulu",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Puerto_Rico",
    "Europe/London",
    "Pacific/Kiritimati",
    "UTC",
)
EDGES = ("00:00", "07:59:59.999", "08:00", "19:59:59.999", "20:00", "23:59:59.999")
NEW_YORK = ZoneInfo("America/New_York")
ALL_ANSWERS = """async moments => {
  const { lineHours, tableOf, inWords } = await import("/open_now.js");
  const table = tableOf(document.querySelector("[data-open-now]"));
  return moments.map(moment => {
    const hours = lineHours(moment, table);
    return hours && { ...hours, own: inWords(hours.opens, "en").time };
  });
}"""

type Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Open]:
    """Opens a small page that holds our real markup and module, in a zone, a language, and at a moment."""
    contexts = []

    def start(zone: str, moment: str | None = None, language: str = "en", *, scripts: bool = True) -> Page:
        context = chromium.new_context(timezone_id=zone, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        html = (
            f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Hours</title><body>'
            f'{open_now_html(wording(language))}<script type="module" src="/open_now.js"></script></body></html>'
        )

        def answer(route: Route) -> None:
            if route.request.url.endswith(".js"):
                route.fulfill(body=MODULE.read_bytes(), content_type="text/javascript")
            else:
                route.fulfill(body=html, content_type="text/html")

        page.route("**/*", answer)
        if moment:
            page.clock.install(time=datetime.fromisoformat(moment))
        page.goto(ADDRESS)
        assert errors == [], errors
        return page

    yield start
    for context in contexts:
        context.close()


def live(page: Page) -> str:
    """What the page says of this moment."""
    return page.inner_text("[data-live]").replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def moments() -> list[datetime]:
    """A few hundred moments: anywhere in the table and beside it, and on either side of edges."""
    dice = random.Random(3)  # noqa: S311  # the same moments in every run
    start = datetime(2024, 12, 25, tzinfo=UTC)
    found = [start + timedelta(minutes=dice.randrange(8 * 366 * 24 * 60)) for _ in range(300)]
    for day in ("2026-03-06", "2026-03-09", "2026-07-02", "2026-10-30", "2026-11-02", "2027-12-30", "2028-02-29"):
        edges = (datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=NEW_YORK) for time in EDGES)
        found += [edge.astimezone(UTC) for edge in edges]
    for day in ("2026-03-08", "2026-11-01"):
        found += [datetime.fromisoformat(f"{day}T00:00+00:00") + timedelta(minutes=30 * n) for n in range(48)]
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_the_browser_gives_the_answers_of_python(opened: Open, zone: str) -> None:
    """For the same moments, in whatever zone the device stands; and the opening on the device's own clock."""
    asked = moments()
    answers = opened(zone).evaluate(ALL_ANSWERS, [moment.timestamp() * 1000 for moment in asked])
    assert len(answers) == len(asked)
    for moment, answer in zip(asked, answers, strict=True):
        hours = line_hours(moment)
        if hours is None:
            assert answer is None, moment
            continue
        assert answer is not None, moment
        told = (answer["now"], answer["reason"], answer["opens"] / 1000, answer["closes"] / 1000)
        assert told == (hours.now, hours.reason.value, hours.opens.timestamp(), hours.closes.timestamp()), moment
        own = hours.opens.astimezone(ZoneInfo(zone))
        assert answer["own"].replace("\N{NARROW NO-BREAK SPACE}", " ") == own.strftime("%I:%M %p").lstrip("0"), moment


def test_a_reader_in_los_angeles_sees_both_clocks(opened: Open) -> None:
    """Open now, with when it closes there and here."""
    page = opened("America/Los_Angeles", "2026-11-24T12:00-05:00")
    assert live(page) == (
        "By ICE's hours, the line is open now, until 8:00 PM Eastern Time. "
        "By the clock of your device, it closes Tuesday, November 24, 5:00 PM (Pacific Time)."
    )


def test_a_reader_across_the_date_line_sees_another_day(opened: Open) -> None:
    """Friday evening in New York is Saturday there."""
    page = opened("Pacific/Kiritimati", "2026-11-27T21:00-05:00")
    assert live(page) == (
        "The line is closed now. It opens Monday, November 30, at 8:00 AM Eastern Time. "
        "By the clock of your device, it opens Tuesday, December 1, 3:00 AM (Line Islands Time)."
    )


def test_a_reader_on_eastern_time_is_told_once(opened: Open) -> None:
    """No second sentence that says the same."""
    page = opened("America/Detroit", "2026-11-26T12:00-05:00")
    assert live(page) == (
        "The line is closed today, a federal holiday. It opens Friday, November 27, at 8:00 AM Eastern Time."
    )


def test_a_browser_that_hides_its_zone_names_the_one_it_shows(opened: Open) -> None:
    """Tor Browser tells every page UTC: the name of the zone keeps anyone from taking it for their own."""
    assert "it opens Monday, November 30, 1:00 PM (GMT+00:00)." in live(opened("UTC", "2026-11-28T12:00Z"))


def test_it_speaks_spanish(opened: Open) -> None:
    """Days, hours and zones too."""
    page = opened("America/Los_Angeles", "2026-11-28T12:00-05:00", "es")
    assert live(page) == (
        "La línea está cerrada ahora. Abre el lunes, 30 de noviembre, a las 8:00 a.m., hora del Este. "
        "En el reloj de su dispositivo, abre el lunes, 30 de noviembre, 5:00 a.m. (hora del Pacífico)."
    )


def test_a_language_that_no_browser_knows_has_its_own_days_and_months(opened: Open) -> None:
    """As Haitian Creole: its names are in our texts, and hours and zones, which are not, in English."""
    page = opened("America/Los_Angeles", "2026-11-28T12:00-05:00", "es")
    page.evaluate("""() => {
      const element = document.querySelector("[data-open-now]");
      document.documentElement.lang = "ht";
      element.dataset.weekdays = "dimanch|lendi|madi|mèkredi|jedi|vandredi|samdi";
      element.dataset.months = "||||||||||novanm|";
      element.dataset.sayDay = "{weekday} {day} {month}";
      document.dispatchEvent(new Event("visibilitychange"));
    }""")
    assert "Abre el lendi 30 novanm, a las 8:00 AM, hora del Este." in live(page)
    assert "abre el lendi 30 novanm, 5:00 AM (Pacific Time)." in live(page)


def test_it_changes_on_the_minute(opened: Open) -> None:
    """A page left open tells the truth at 8 in the morning and at 8 in the evening, on the day after the change too."""
    page = opened("America/New_York", "2026-11-02T07:58:30-05:00")
    for wait, open_now in (("00:30", False), ("01:00", True), ("11:59:00", True), ("01:00", False)):
        page.clock.fast_forward(wait)
        assert ("open now" in live(page)) is open_now


def test_markup_that_comes_later_is_filled_in_too(opened: Open) -> None:
    """As where Python shows a card long after the page was loaded."""
    page = opened("America/New_York", "2026-11-24T12:00-05:00")
    page.evaluate("html => { document.body.innerHTML = `<main>${html}</main>`; }", open_now_html(wording("en")))
    page.wait_for_selector("main [data-live]:not([hidden])")
    assert "open now" in live(page)


def test_a_page_older_than_its_table_says_only_what_always_holds(opened: Open) -> None:
    """As does a page without JavaScript."""
    old, bare = opened("UTC", "2033-03-01T15:00Z"), opened("UTC", scripts=False)
    for page in (old, bare):
        assert page.locator("[data-live]").is_hidden()
        assert page.inner_text("[data-open-now]").startswith("The line is open Monday to Friday, 8 a.m. to 8 p.m.")


def test_an_old_browser_names_the_zone_by_its_letters(opened: Open) -> None:
    """Where ``longGeneric`` is not known, the formatter throws."""
    page = opened("America/Los_Angeles", "2026-11-24T12:00-05:00")
    page.add_init_script(
        "const F = Intl.DateTimeFormat; Intl.DateTimeFormat = function (l, o) {"
        " if (o?.timeZoneName === 'longGeneric') throw new RangeError('old'); return new F(l, o); };"
    )
    page.reload()
    assert "it closes Tuesday, November 24, 5:00 PM (PST)." in live(page)


def detained_with_a_problem(page: Page) -> None:
    """From the first question to the card of the line."""
    for option in ("false", "detention_problem", "ice_detention", "self"):
        choose(page, option)


def test_the_card_of_the_line_says_whether_it_is_open(page: Page, server: Server) -> None:
    """Shown by Python in the sealed page, long after the page was loaded."""
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-24T12:00-05:00"))
    page.goto(f"{server.url}wizard/")
    wait_for_python(page)
    detained_with_a_problem(page)
    page.wait_for_selector("#interview .reach [data-live]:not([hidden])")
    assert "open now" in live(page)


def test_a_page_about_the_line_says_it_too(page: Page, server: Server) -> None:
    """In the language of the page, below the policy of the reading pages."""
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-26T12:00-05:00"))
    for address, says in (("detention-line/", "closed today"), ("es/detention-line/", "Hoy la línea está cerrada")):
        page.goto(f"{server.url}{address}")
        page.wait_for_selector("[data-live]:not([hidden])")
        assert says in live(page)
        assert says in page.inner_text(".guide-reach + [data-open-now]")
    page.emulate_media(media="print")
    assert all(each.is_hidden() for each in page.locator("[data-live]").all())
    assert page.locator(".guide-reach + [data-open-now] p:last-child").is_visible()
