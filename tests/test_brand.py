"""A group makes the guide its own in seconds, and nothing of it can change what the guide says."""

import ast
import base64
import gzip
import hashlib
import json
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from scripts.guide.own_places import HIDEABLE, LEAVE
from tests.built_pages import BuiltPage
from tests.own_copy import BRAND, OWN, brand, branded, command, mine, release, run
from tests.test_links import ELSEWHERE, links
from tests.test_palette import DARK_CHOSEN, LIGHT, contrast
from tests.test_valid_html import nu_faults

pytestmark = [pytest.mark.site, pytest.mark.slow]

HEADINGS = {"en": "From Example Legal Aid, not from ICE", "es": "De Example Legal Aid, no de ICE"}


# ---------------------------------------------------------------- what own.toml may not say

TEXTS = ("7", "true", "[]", '""', '"  "', '"<b>We</b>"', '"We &nbsp; you"', '"a\\u202eb"', '"a\\u0007b"', '"a\\tb"')
"""What stands for no text: other types, nothing, HTML, and marks that nobody sees."""

BASE = {
    "group": '"Example Legal Aid"',
    "reach": '["help@example.org"]',
    "languages": '["en", "es"]',
    "who": '{ en = "Run by us.", es = "De nosotros." }',
}


def written(**changed: str) -> str:
    """An own.toml of one line a key; a key with an empty value is left out."""
    return "".join(f"{key} = {value}\n" for key, value in {**BASE, **changed}.items() if value)


def one_language(text: str, key: str = "en") -> str:
    """A text of two languages, of which one is *text*."""
    other = {"en": 'es = "De nosotros."', "es": 'en = "Run by us."'}[key]
    return f"{{ {key} = {text}, {other} }}"


HELP = {"name": '"Clinic"', "contact": '"555-0100"', "area": '"Here"', "checked": "2026-11-20"}


def help_with(**changed: str) -> str:
    """A line of local help, in a list of one."""
    return "[{" + ", ".join(f"{key} = {value}" for key, value in {**HELP, **changed}.items() if value) + "}]"


def hotline(number: str = '"555-0100"', hours: str = '{ en = "Always", es = "Siempre" }') -> str:
    """A hotline."""
    parts = {"number": number, "hours": hours}
    return "{ " + ", ".join(f"{key} = {value}" for key, value in parts.items() if value) + " }"


UNSAFE = (
    *("7", '""', '"javascript:alert(1)"', '"http://www.example.com/"', '"//www.example.com/"', '"www.example.com"'),
    *('"https://"', '"https://x"', '" https://www.example.com/"', '"https://www.example.com/ a"'),
    *('["https://a.example/"]', '"https://www.example.com/?a=b"', '"https://www.example.com/#a"'),
    '"https://www.example.com/\\"><script>"',
)
NO_CONTACT = ("7", '""', '"call us"', '"http://a.example/"', '"a@b"', '"javascript:alert(1)"', '"12"', '"<b>555</b>"')
NO_NAMES = ('["We"]', '"ICE"', '"U.S. Immigration and Customs Enforcement"')
NO_LIST = ('"en"', "7", "[7]", '["xx"]', '["en", "en"]')
NO_COLOUR = ("7", '""', '"green"', '"#fff"', '"#12345g"', '"#7fc8a9"', '"#b00020"')
NO_LOGO = ("7", '""', '"logo.gif"', '"nowhere.png"', '"text.png"', '"runs.svg"', '"large.png"')
NO_DAY = ('"2026-11-20"', "1999-01-01", "2999-01-01")
FOUR = '["a@a.org", "a@b.org", "a@c.org", "a@d.org"]'

WRONG: list[tuple[str, str]] = [
    *(("group", written(group=text)) for text in (*TEXTS, "", *NO_NAMES)),
    ("group", written(group=f'"{"long " * 20}"')),
    *((f"who.{code}", written(who=one_language(text, code))) for code in ("en", "es") for text in TEXTS),
    ("who.es", written(who='{ en = "Run by us." }')),
    *(("who", written(who=value)) for value in ("", '"Run by us."', '["Run by us."]', "7")),
    ("who.fr", written(who='{ en = "We.", es = "Nosotros.", fr = "Nous." }')),
    *(("reach", written(reach=value)) for value in ("", *NO_CONTACT, "[]", '["a"]', FOUR)),
    *(("languages", written(languages=value)) for value in (*NO_LIST, "[]")),
    *(("default", written(default=value)) for value in ("7", '""', '"fr"', '["en"]')),
    ("default", written(languages='["en"]', default='"es"')),
    *(("leave", written(leave=value)) for value in UNSAFE),
    ("leave", written(leave='"https://www.ice.gov/"')),
    *(("site", written(site=value)) for value in UNSAFE),
    *(("accent", written(accent=value)) for value in NO_COLOUR),
    *(("hide", written(hide=value)) for value in ('"hosting"', "[7]", '["wizard"]', '["hosting", "hosting"]')),
    *(("logo", written(logo=value)) for value in NO_LOGO),
    *(("hotline", written(hotline=value)) for value in ('"555-0100"', "[]")),
    *(("hotline.number", written(hotline=hotline(number=value))) for value in ("", "5550100", '"call"')),
    *(("hotline.hours", written(hotline=hotline(hours=value))) for value in ("", '"Always"', "7")),
    ("hotline.hours.es", written(hotline=hotline(hours='{ en = "Always" }'))),
    *(("start", written(start=value)) for value in ('"Hello"', "7")),
    *(("start.en", written(start=one_language(text))) for text in TEXTS if "\\t" not in text),
    ("start.es", written(start='{ en = "Hello" }')),
    ("cards", written(cards="7")),
    ("cards.field_ofice", written(cards='{ field_ofice = { en = "a", es = "b" } }')),
    *(("cards.opla", written(cards=f"{{ opla = {value} }}")) for value in ('"Hello"', "7")),
    ("cards.opla.es", written(cards='{ opla = { en = "a" } }')),
    ("cards.opla.en", written(cards='{ opla = { en = "<i>a</i>", es = "b" } }')),
    *(("help", written(help=value)) for value in ('"Clinic"', "7", "[" + f"{help_with()[1:-1]}, " * 6 + "]")),
    ("help[1]", written(help='["Clinic"]')),
    *((f"help[1].{key}", written(help=help_with(**{key: ""}))) for key in HELP),
    *((f"help[1].{key}", written(help=help_with(**{key: "7"}))) for key in HELP),
    *(("help[1].contact", written(help=help_with(contact=value))) for value in NO_CONTACT[1:]),
    *(("help[1].checked", written(help=help_with(checked=value))) for value in NO_DAY),
    ("help[1].area.es", written(help=help_with(area='{ en = "Here" }'))),
    ("help[1].nmae", written(help=help_with(nmae='"a"'))),
    *((key, written(**{key: '"a"'})) for key in ("groop", "operator", "leave_url", "colour", "x", "HELP")),
    ("group", "group = Example Legal Aid\n"),
    ("group", 'group = "Example\n'),
    ("who", written().replace("who = {", "who = {{")),
    ("group", written() + 'group = "Again"\n'),
    ("group", "group = \u201cExample Legal Aid\u201d\n"),
    ("group", 'group\u00a0= "Example Legal Aid"\n'),
    ("group", '[who]\nen = "We."\nes = "Nosotros."\ngroup = "Example Legal Aid"\n'),
    ("logo", written() + '[[help]]\nname = "Clinic"\nlogo = "logo.png"\n'),
    ("the last line", written(accent="9" * 100_000)),
    ("the last line", written(accent="[" * 5000 + "]" * 5000)),
]
"""Every key, wrong in each way: the key that the line must name, and the file."""

NEAREST = {
    "groop": "group",
    "operator": "who",
    "leave_url": "leave",
    "HELP": "help",
    "cards.field_ofice": "cards.field_office",
}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files that are no logos, and a copy that was made before."""
    folder = tmp_path_factory.mktemp("bench")
    (folder / "text.png").write_text("no picture")
    (folder / "runs.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    (folder / "large.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200_000))
    (folder / "ready").mkdir()
    (folder / "ready" / "own.json").write_text("{}")
    return folder


def test_there_are_enough_ways_to_go_wrong() -> None:
    """And every key is among them."""
    assert len({text for _, text in WRONG}) == len(WRONG) >= 120
    assert {re.split(r"[.\[]", key)[0] for key, _ in WRONG} >= set(brand().KEYS)


@pytest.mark.parametrize(("key", "own"), WRONG, ids=[f"{number} {key}" for number, (key, _) in enumerate(WRONG)])
def test_a_fault_is_one_line_that_names_the_key_and_nothing_is_made(bench: Path, key: str, own: str) -> None:
    """The copy of yesterday stays as it is; nothing of what was written comes back as markup or control."""
    (bench / "own.toml").write_text(own, "utf-8")
    before = sorted(path.name for path in bench.iterdir())
    with pytest.raises(brand().Fault) as raised:
        brand().make(bench / "own.toml", release(), bench / "ready", zipped=True)
    line = brand().one_line_fault(raised.value)
    assert line.startswith(f"{key}:"), line
    assert len(line) < 330
    assert line.isprintable()
    assert NEAREST.get(key, "") in line
    assert sorted(path.name for path in bench.iterdir()) == before
    assert (bench / "ready" / "own.json").read_text() == "{}"


@pytest.mark.parametrize("own", [written(groop='"We"'), written(accent='"#7fc8a9"'), "group = We\n", None])
def test_the_command_says_it_in_one_line_without_a_traceback(tmp_path: Path, own: str | None) -> None:
    """And exits with 2, also where there is no file."""
    if own is not None:
        (tmp_path / "own.toml").write_text(own, "utf-8")
    done = run(tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("own.toml: ")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "ready").exists()


def test_a_file_from_another_system_is_read_or_refused_in_one_line(tmp_path: Path) -> None:
    """With the mark that Windows puts before UTF-8; not in the letters of one country."""
    (tmp_path / "own.toml").write_bytes(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
    run(tmp_path, check=True)
    (tmp_path / "own.toml").write_bytes(OWN.encode("latin-1"))
    assert run(tmp_path).stderr == "own.toml: it is not saved as UTF-8; save it again as UTF-8\n"


def test_a_screen_that_cannot_show_the_name_is_no_reason_to_stop(tmp_path: Path) -> None:
    """As on older Windows; what is made has every letter."""
    name = "منظمة الإخوة ❤"
    (tmp_path / "own.toml").write_text(OWN.replace("Example Legal Aid", name), "utf-8")
    looking = [one for one in command(tmp_path) if one != "-I"]  # with it, Python looks at no variable
    done = subprocess.run(looking, env={"PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"<bdi>{name}</bdi>" in (tmp_path / "ready" / "en" / "index.html").read_text("utf-8")


def test_a_name_that_an_editor_made_longer_is_told(tmp_path: Path) -> None:
    """Some add .txt, and do not show it."""
    (tmp_path / "own.toml.txt").write_text(OWN, "utf-8")
    assert "rename own.toml.txt" in run(tmp_path).stderr


def test_quotation_marks_of_a_word_processor_are_said_to_be_that(tmp_path: Path) -> None:
    """Who sees them on the screen sees quotation marks."""
    (tmp_path / "own.toml").write_text("group = \u201cWe\u201d\n", "utf-8")
    assert "of a word processor; type them anew" in run(tmp_path).stderr


def one_line_and_nothing_else(folder: Path, done: subprocess.CompletedProcess[str], said: str) -> None:
    """Whether the command ended with a line that holds *said*, and left nothing half-made in *folder*."""
    assert (done.stdout, done.stderr.count("\n")) == ("", 1), done.stderr
    assert done.stderr.startswith("brand.py: ")
    assert said in done.stderr
    assert list(folder.glob(".brand-*")) == []


@pytest.mark.parametrize("kilobytes", [0, 40, 4000])
def test_a_disk_that_is_full_is_one_line_and_nothing_is_made(tmp_path: Path, kilobytes: int) -> None:
    """Here no file may grow any further; the first that is too large ends it."""
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    most = (kilobytes * 1000, kilobytes * 1000)
    done = run(tmp_path, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, most))
    one_line_and_nothing_else(tmp_path, done, "File too large; nothing was changed")
    assert [path.name for path in tmp_path.iterdir()] == ["own.toml"]


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_what_is_interrupted_leaves_nothing(tmp_path: Path, ending: signal.Signals) -> None:
    """By Ctrl+C, or by a machine that shuts down."""
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    heeding = ["env", "--default-signal=INT", *command(tmp_path)]  # also where these tests run in the background
    with subprocess.Popen(heeding, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        while not list(tmp_path.glob(".brand-*")) and running.poll() is None:
            time.sleep(0.001)
        running.send_signal(ending)
        out, err = running.communicate(timeout=120)
    done = subprocess.CompletedProcess("brand.py", running.returncode, out, err)
    one_line_and_nothing_else(tmp_path, done, "stopped; nothing was changed")
    assert done.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ["own.toml"]


@pytest.mark.parametrize("what", ["a link", "a link to nowhere", "a circle", "a zip", "a folder named as the zip"])
def test_what_lies_where_the_copy_would_is_left_alone(tmp_path: Path, what: str) -> None:
    """A link leads to what may be somebody's; a zip may be anything."""
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    (tmp_path / "elsewhere").mkdir()
    ready, packed = tmp_path / "ready", tmp_path / "ready.zip"
    match what:
        case "a zip":
            packed.write_text("years of work")
        case "a folder named as the zip":
            packed.mkdir()
        case _:
            ready.symlink_to({"a link": "elsewhere", "a link to nowhere": "nowhere", "a circle": "ready"}[what])
    before = sorted(path.name for path in tmp_path.iterdir())
    one_line_and_nothing_else(tmp_path, run(tmp_path), "take it away" if "zip" not in what else "did not make it")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_copy_that_cannot_be_put_in_place_leaves_the_old_one(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the disk says."""
    before = (copy / "own.json").read_bytes()
    renamed = Path.rename

    def broken(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError(28, "No space left on device")
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", broken)
    with pytest.raises(OSError, match="No space left"):
        brand().make(copy.with_name("own.toml"), release(), copy, zipped=False)
    assert (copy / "own.json").read_bytes() == before
    assert sorted(path.name for path in copy.parent.iterdir()) == ["own.toml", "ready", "ready.zip"]


def test_what_is_no_copy_is_never_overwritten(tmp_path: Path) -> None:
    """Somebody's own folder, the release itself, and a copy as a release."""
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    (tmp_path / "ready").mkdir()
    (tmp_path / "ready" / "thesis.txt").write_text("years of work")
    assert "brand.py did not make it" in run(tmp_path).stderr
    assert [path.name for path in (tmp_path / "ready").iterdir()] == ["thesis.txt"]
    for target in (release(), release() / "en", release().parent):
        with pytest.raises(brand().Fault):
            brand().make(tmp_path / "own.toml", release(), target, zipped=False)
    (tmp_path / "site").mkdir()
    with pytest.raises(brand().Fault, match="there is no release"):
        brand().make(tmp_path / "own.toml", tmp_path / "site", tmp_path / "new", zipped=False)


def test_a_text_in_a_language_that_is_left_out_does_not_count(tmp_path: Path) -> None:
    """Nobody has to find all its places to leave a language out."""
    (tmp_path / "own.toml").write_text(
        written(languages='["en"]', default='"en"', who='{ en = "Us.", es = "" }'), "utf-8"
    )
    words = json.loads((release() / "assets" / "own-words.json").read_text("utf-8"))
    assert brand().read_own(tmp_path / "own.toml", words).who == {"en": "Us."}


def test_the_example_asks_for_what_only_the_group_knows(tmp_path: Path) -> None:
    """As it is it makes nothing; filled in, and with every # before a key taken away, it makes a copy."""
    example = BRAND.with_name("own.example.toml").read_text("utf-8")
    (tmp_path / "own.toml").write_text(example, "utf-8")
    assert run(tmp_path).stderr == "own.toml: group: it is empty; write a text\n"
    whole = re.sub(r"^# (?=\[|\w+ = )", "", example, flags=re.MULTILINE)
    whole = whole.replace('group = ""', 'group = "We"').replace('reach = [""]', 'reach = ["a@example.org"]')
    whole = re.sub(r'^(\w\w) = ""$', r'\1 = "Us."', whole, flags=re.MULTILINE).replace('logo = "logo.png"\n', "")
    words = json.loads((release() / "assets" / "own-words.json").read_text("utf-8"))
    (tmp_path / "own.toml").write_text(whole, "utf-8")
    own = brand().read_own(tmp_path / "own.toml", words)
    assert all(
        getattr(own, name) for name in ("number", "hours", "help", "start", "cards", "accent", "site", "hide", "leave")
    )


def test_it_runs_on_the_python_of_a_host_that_nobody_renewed() -> None:
    """Its grammar is that of Python 3.9, and it stands on nothing but the standard library."""
    tree = ast.parse(BRAND.read_text("utf-8"), feature_version=(3, 9))
    imported = {
        name.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    imported |= {str(node.module).partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported - sys.stdlib_module_names == {"tomli"}


# ---------------------------------------------------------------- the copy


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that opens in Spanish and uses nearly every key."""
    return branded(tmp_path_factory.mktemp("copy"))


def pages_of(folder: Path) -> list[BuiltPage]:
    """Every page of a copy, as tests read it."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return [BuiltPage(folder / name, name.removesuffix("index.html") if "/" in name else name) for name in names]


def lost(folder: Path, root: str) -> dict[str, list[str]]:
    """The links of each page that lead nowhere where *folder* lies at *root*."""
    pages = pages_of(folder)
    ids = {page.file: set(page.ids()) for page in pages}
    found: dict[str, list[str]] = {}
    for page in pages:
        for link in dict.fromkeys(links(page)):
            if link.startswith(ELSEWHERE):
                continue
            target, fragment = urldefrag(urljoin(root + page.address.replace("index.html", ""), link))
            path = unquote(target.removeprefix(root))
            file = folder / path / "index.html" if path.endswith("/") or not path else folder / path
            there = target.startswith(root) and file.is_file()
            if not there or (fragment and unquote(fragment) not in ids[file]):
                found.setdefault(page.address, []).append(link)
    return found


LANGUAGES = {
    "Spanish first": 'languages = ["es", "en"]\ndefault = "es"',
    "Spanish only": 'languages = ["es"]',
    "English only": 'languages = ["en"]',
    "as shipped": "",
}


@pytest.mark.parametrize(
    "languages", [pytest.param(name, marks=pytest.mark.thorough if "only" in name else []) for name in LANGUAGES]
)
def test_no_link_of_a_copy_leads_nowhere(tmp_path: Path, languages: str) -> None:
    """Whatever it leaves out; its address opens its first language."""
    own = OWN.replace('languages = ["es", "en"]\ndefault = "es"', LANGUAGES[languages])
    folder = branded(tmp_path, own)
    assert lost(folder, "https://example.org/guide/") == {}
    first = "es" if "Spanish" in languages else "en"
    assert f'content="0; url={first}/"' in (folder / "index.html").read_text("utf-8")
    for name in ("index.html", "404.html"):
        page = BuiltPage(folder / name, name)
        assert page.elements[0].attributes["lang"] == first
        assert next(e.tag for e in page.elements if e.tag in {"h1", "h2"}) == "h1"
    if "only" in languages:
        other = "en" if first == "es" else "es"
        left = [path.name for path in folder.rglob("*") if path.name in {other, f"{other}.json", f"card-{other}.png"}]
        assert left == []
        assert not any(
            f'hreflang="{other}"' in page.file.read_text("utf-8") for page in pages_of(folder) if "tool" in page.address
        )


def test_every_page_of_my_own_copy_is_valid_html(tmp_path: Path) -> None:
    """By the Nu checker, with the words of the copy that ``scripts/test --own`` names."""
    assert nu_faults(*sorted(mine(tmp_path / "mine").rglob("*.html"))) == []


def test_my_own_copy_has_no_lost_link_and_says_whose_it_is(tmp_path: Path) -> None:
    """The copy that ``scripts/test --own`` names."""
    folder = mine(tmp_path / "mine")
    about = json.loads((folder / "own.json").read_text("utf-8"))
    assert lost(folder, about["site"] or "https://example.org/") == {}
    for page in pages_of(folder):
        assert about["group"] in page.file.read_text("utf-8").replace("&amp;", "&").replace("&#x27;", "'"), page.address


OWN_PLACE = re.compile(rb"(<!--own:([a-z0-9-]+)-->).*?(<!--/own:\2-->)", re.DOTALL)
PART = re.compile(rb"(<!--part:([a-z0-9-]+)-->).*?(<!--/part:\2-->)", re.DOTALL)


def canonical(file: Path, name: str) -> bytes:
    """A page without what is a group's own: its words, what it left out, its way out, where it lies."""
    content = PART.sub(rb"\1\3", OWN_PLACE.sub(rb"\1\3", file.read_bytes()))
    content = content.replace(b"https://www.example.com/", LEAVE.encode())
    return content.replace(b'href="/guide/', b'href="/') if name.startswith("404") else content


def test_a_copy_differs_from_the_release_in_nothing_but_what_is_the_groups(copy: Path) -> None:
    """Each page in its places, parts and way out; every other file not at all, but for the group's own few."""
    first = {"index.html": "index.es.html", "404.html": "404.es.html"}
    theirs = {p.relative_to(release()).as_posix(): p for p in release().rglob("*") if p.is_file()}
    ours = {p.relative_to(copy).as_posix(): p for p in copy.rglob("*") if p.is_file()}
    assert ours.keys() - theirs.keys() == {"own.json", "sitemap.xml"}
    gone = {name for name in theirs.keys() - ours.keys() if not name.endswith((".br", ".gz"))}
    hidden = {f"{code}/{page}/index.html" for code in ("en", "es") for page in HIDEABLE}
    assert gone == hidden | set(first.values())
    for name, file in ours.items():
        if name.endswith(".html"):
            assert canonical(file, name) == canonical(theirs[first.get(name, name)], "release"), name
            assert not file.with_name(f"{file.name}.br").exists(), name
        elif name.endswith(".gz"):
            assert gzip.decompress(file.read_bytes()) == file.with_suffix("").read_bytes(), name
        elif name not in {"own.json", "sitemap.xml", "own.css"}:
            assert file.read_bytes() == theirs["sw-remove.js" if name == "sw.js" else name].read_bytes(), name


def test_a_part_that_stays_is_as_it_was(copy: Path) -> None:
    """The comparison above empties every part; those that the copy keeps hold the release's own links."""
    kept = [page for page in pages_of(copy) if page.address.startswith("es/")]
    for page in kept:
        name = page.file.relative_to(copy)
        ours, theirs = (
            PART.finditer(OWN_PLACE.sub(rb"\1\3", (root / name).read_bytes())) for root in (copy, release())
        )
        for our, their in zip(ours, theirs, strict=True):
            assert our[0] == (our[1] + our[3] if our[2].decode() in HIDEABLE else their[0]), name


EMPTY = {"meta", "link", "br", "img", "input", "hr", "path", "use", "circle", "line", "rect", "polygon", "polyline"}
WHERE_NONE_MAY_STAND = {"blockquote", "q", "script", "style", "title", "textarea", "select", "button", "a", "template"}


class Places(HTMLParser):
    """The places of a page, each with the elements that it stands in."""

    def __init__(self, page: Path) -> None:
        """Read *page*."""
        super().__init__()
        self.around: list[str] = []
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Go into an element."""
        if tag not in EMPTY:
            self.around.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Come out of it, and of those that were not closed."""
        while tag in self.around and self.around.pop() != tag:
            pass

    def handle_comment(self, data: str) -> None:
        """Note the start of a place."""
        if data.startswith("own:"):
            self.found.append((data, tuple(self.around)))


def test_every_page_keeps_places_and_none_within_a_quotation() -> None:
    """Nor in what people press, nor where words would be code; each is empty, and closed by its own name."""
    for page in sorted(release().rglob("*.html")):
        found = Places(page).found
        assert found, page
        assert [name for name, around in found if WHERE_NONE_MAY_STAND & set(around)] == [], page
        text = page.read_text("utf-8")
        empty = re.findall(r"<!--(own:[a-z0-9-]+)--><!--/\1-->", text)
        assert empty == [name for name, _ in found], page
        parts = re.findall(r"<!--(/?)part:([a-z0-9-]+)-->", text)
        assert all(one[0] == "" and other == ("/", one[1]) for one, other in zip(parts[::2], parts[1::2], strict=True))


def test_every_page_says_whose_words_they_are_in_its_language(copy: Path) -> None:
    """And only there: outside its places no page knows the group."""
    for page in pages_of(copy):
        text = page.file.read_text("utf-8")
        code = page.address.partition("/")[0]
        for place in re.finditer(r"<!--own:([a-z0-9-]+)-->(.*?)<!--/own:\1-->", text, re.DOTALL):
            name, words = place.groups()
            if name not in {"address", "templates"} and words:
                said = HEADINGS.get(code) or HEADINGS[name.rpartition("-")[2]]
                assert re.sub(r"<[^>]+>", "", words).startswith(said), (page.address, name)
        assert "Example Legal Aid" not in OWN_PLACE.sub(rb"", page.file.read_bytes()).decode()


@pytest.mark.parametrize(
    "name", ["ICE Watch", "Families against ICE", "Freedom from U.S. ICE Office Raids", "Hermanos"]
)
def test_a_group_may_name_ice_in_its_name(name: str) -> None:
    """Many do; only a name that is the agency's own is none."""
    assert brand().group_of(name) == name


def test_words_are_text_whatever_stands_in_them(tmp_path: Path) -> None:
    """Signs that mean something to HTML are shown as they are."""
    folder = branded(tmp_path, OWN.replace("Example Legal Aid", "Aid & Help's Friends"))
    assert "From <bdi>Aid &amp; Help&#x27;s Friends</bdi>, not from ICE" in (folder / "en" / "index.html").read_text(
        "utf-8"
    )


def test_the_same_file_gives_the_same_copy(copy: Path, tmp_path: Path) -> None:
    """Byte for byte, with what is packed."""
    again = branded(tmp_path)
    assert again.with_name("ready.zip").read_bytes() == copy.with_name("ready.zip").read_bytes()
    with zipfile.ZipFile(again.with_name("ready.zip")) as packed:
        assert set(packed.namelist()) == {p.relative_to(again).as_posix() for p in again.rglob("*") if p.is_file()}
    assert not list(tmp_path.glob(".brand-*"))


def test_an_upgrade_takes_the_place_of_the_copy_before(tmp_path: Path) -> None:
    """Nothing of the old one is left, and nothing lies beside it."""
    folder = branded(tmp_path)
    (folder / "old.html").write_text("old")
    branded(tmp_path, OWN.replace("(555) 555-0199", "(555) 555-0111"))
    assert not (folder / "old.html").exists()
    assert "555-0111" in (folder / "es" / "index.html").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.toml", "ready", "ready.zip"]


def test_a_hidden_page_is_linked_from_nowhere_and_its_words_stay(copy: Path) -> None:
    """A sentence that names it is whole."""
    text = (copy / "en" / "for-lawyers" / "index.html").read_text("utf-8")
    plain = " ".join(re.sub(r"<!--.*?-->|<[^>]+>", "", text).split())
    assert "Your group can run its own copy, and change any text or rule." in plain
    assert not any(f"{page}/" in link for page in HIDEABLE for one in pages_of(copy) for link in links(one))


def test_a_copy_with_an_address_says_where_its_pages_are(copy: Path) -> None:
    """Whole addresses, which is all that search engines and messengers take."""
    page = BuiltPage(copy / "es" / "privacy" / "index.html", "es/privacy/")
    whole = {(e.attributes.get("rel") or e.attributes.get("property")): e.attributes for e in page.elements}
    root = "https://example.org/guide/"
    assert whole["canonical"]["href"] == whole["og:url"]["content"] == f"{root}es/privacy/"
    assert whole["og:image"]["content"] == f"{root}assets/card-es.png"
    others = {
        e.attributes["hreflang"]: e.attributes["href"] for e in page.elements if e.attributes.get("rel") == "alternate"
    }
    assert others == {code: f"{root}{code}/privacy/" for code in ("en", "es")}
    listed = re.findall(r"<loc>(.*?)</loc>", (copy / "sitemap.xml").read_text("utf-8"))
    assert all((copy / address.removeprefix(root) / "index.html").is_file() for address in listed)
    assert len(listed) == len(set(listed)) > 30
    assert f"{root}es/wizard/" in listed
    assert f"{root}es/all-questions/" not in listed, "a rival to the wizard's page"


def test_the_way_out_leads_where_the_group_says(copy: Path) -> None:
    """On every page that has one, and in the list of outside links; the usual one is nowhere left."""
    exits = [e.attributes["href"] for page in pages_of(copy) for e in page.elements if "data-leave" in e.attributes]
    assert len(exits) > 60
    assert set(exits) == {"https://www.example.com/"}
    assert not any(LEAVE in page.file.read_text("utf-8") for page in pages_of(copy))


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


def test_a_logo_stands_beside_the_name_on_the_pages_that_are_read(tmp_path: Path) -> None:
    """The wizard shows none: after its seal it could not load one."""
    (tmp_path / "logo.png").write_bytes(PICTURE)
    folder = branded(tmp_path, f'logo = "logo.png"\n{OWN}')
    assert (folder / "own" / "logo.png").read_bytes() == PICTURE
    shown = {
        page.address
        for page in pages_of(folder)
        for e in page.elements
        if e.tag == "img" and "own" in e.attributes["src"]
    }
    read = {
        page.address for page in pages_of(folder) if page.address.endswith("/") and not page.address.endswith("wizard/")
    }
    assert shown == read
    assert lost(folder, "https://example.org/guide/") == {}


# ---------------------------------------------------------------- the accent


def test_the_colours_of_the_release_are_those_of_the_palette() -> None:
    """So the contrast is computed against what readers see; and the guide's own accent may stay."""
    assert brand().schemes_of(release()) == (LIGHT, DARK_CHOSEN)
    assert brand().made_readable(LIGHT["accent"], LIGHT) == LIGHT["accent"]
    assert brand().sheet_of("", release()) == ""


def test_every_colour_has_a_near_one_that_can_be_read() -> None:
    """In the light and in the dark, seven to one and never red; and that one is good as it is."""
    some = random.Random(7)  # noqa: S311
    colours = [f"#{some.randrange(1 << 24):06x}" for _ in range(200)] + ["#000000", "#ffffff", "#ff0000", "#777777"]
    for colour in colours:
        for scheme in (LIGHT, DARK_CHOSEN):
            good = brand().made_readable(colour, scheme)
            assert all(contrast(good, scheme[ground]) >= 7 for ground in brand().GROUNDS), colour
            assert not brand().is_red(good)
            assert brand().made_readable(good, scheme) == good


def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_good_one() -> None:
    """What the line proposes is taken."""
    with pytest.raises(brand().Fault, match="7 to 1") as raised:
        brand().sheet_of("#7fc8a9", release())
    proposed = str(raised.value).split('"')[1]
    assert f"--accent: {proposed};" in brand().sheet_of(proposed, release())
    with pytest.raises(brand().Fault, match="danger alone"):
        brand().sheet_of("#8a1515", release())


# ---------------------------------------------------------------- what changed


def release_of(folder: Path, version: str, line: str, paths: str) -> Path:
    """As much of a release as tells what it says."""
    folder.mkdir()
    manifest = {
        "version": version,
        "facts": {"line_number": {"text": line, "sha256": "", "pages": {"en/detention-line/index.html": 2}}},
        "sentences": {"R6": {"text": "Call the line.", "sha256": "", "pages": {"en/detention-line/index.html": 1}}},
    }
    (folder / "MANIFEST.json").write_text(json.dumps(manifest))
    (folder / "paths.txt").write_text(paths)
    page = folder / "site" / "en" / "changelog" / "index.html"
    page.parent.mkdir(parents=True)
    news = f"<h2>{version}</h2><p>What is <em>new</em> in {version}.</p><h2>0.1.0</h2><p>The first.</p>"
    page.write_text(f"<article>{news}</article>")
    line_page = folder / "site" / "en" / "detention-line" / "index.html"
    line_page.parent.mkdir()
    line_page.write_text("<title>The ICE detention line - ICE Contact Guide (unofficial)</title>")
    return folder


def test_what_changed_is_told_in_the_words_of_an_advocate(tmp_path: Path) -> None:
    """The changelog since then, facts with both values, and the interviews that lead elsewhere."""
    old = release_of(tmp_path / "old", "0.1.0", "555-0100", "needs: release -> field_office\n")
    new = release_of(tmp_path / "new", "0.2.0", "555-0111", "needs: release -> reviewing_official\n")
    told = "\n".join(brand().changes(old, new))
    assert "From version 0.1.0 to version 0.2.0" in told
    assert "What is new in 0.2.0." in told
    assert "The first." not in told
    assert "line_number: was: 555-0100; is now: 555-0111 [on: The ICE detention line]" in told
    assert "needs: release: was field_office, is now reviewing_official" in told
    assert "R6" not in told
    with pytest.raises(brand().Fault, match="no release"):
        list(brand().changes(tmp_path, new))
    shutil.rmtree(old)


def test_no_change_is_said_too(tmp_path: Path) -> None:
    """In so many words."""
    one = release_of(tmp_path / "one", "0.1.0", "555-0100", "needs: release -> field_office\n")
    assert "\n".join(brand().changes(one, one)).count("no change") == 4


def test_what_a_device_keeps_of_a_copy_are_the_files_of_that_copy(tmp_path: Path) -> None:
    """Each with its hash and size there, the logo too, and nothing of a language that is left out."""
    (tmp_path / "LOGO.PNG").write_bytes(b"\x89PNG\r\n\x1a\n")
    own = (
        OWN.replace(', "offline"', "")
        .replace('["es", "en"]', '["es"]')
        .replace("leave =", 'logo = "LOGO.PNG"\nleave =')
    )
    copy = branded(tmp_path, own)
    listed = kept_of(copy)
    for row in listed:
        file = copy / (f"{row['url']}index.html" if row["url"].endswith("/") else row["url"])
        content = file.read_bytes()
        assert row["integrity"] == f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}", row
        assert row["bytes"] == len(content)
    addresses = [row["url"] for row in listed]
    assert {"./", "es/wizard/", "own.css", "own/logo.png"} <= set(addresses)
    assert not any(address.startswith("en/") for address in addresses)
    theirs = {row["url"] for row in kept_of(release())}
    assert {url for url in theirs - set(addresses) if not url.startswith(("en/", "es/hosting", "es/changing"))} == {
        "places/en.json",
        "search/en.json",
    }


def kept_of(site: Path) -> list[dict[str, Any]]:
    """The list in the worker of *site*."""
    found = re.search(r"const files = (\[.*?\]);\n", (site / "sw.js").read_text("utf-8"))
    assert found is not None
    rows: list[dict[str, Any]] = json.loads(found[1])
    return rows
