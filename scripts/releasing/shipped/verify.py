#!/usr/bin/env python3
"""Is this copy of the ICE Contact Guide genuine? And does its host serve it as it should?

    python3 verify.py ADDRESS        a copy on the web: https://example.org/guide/
    python3 verify.py FOLDER         a copy on this computer: ready, or site
      --manifest FILE                the MANIFEST.json to hold it against (the one beside this file)
      --signers FILE                 allowed_signers of the project: also checks who signed that manifest
      --files                        only the files, and not how the host serves them
      --json                         the same, for programs

It needs Python 3.9 or newer and nothing else. It ends with 0 when all is well, with 1 when something differs or is to
be mended, and with 2 when it could not look.

How it decides. MANIFEST.json holds the hash of every file of the release. A group may fill in marked places of a page
(slots), hide some pages, and set two addresses; this program takes that away again and then asks for the same hash to
the byte. What stands in a slot is text and a few harmless tags, or the copy is not genuine. The files that a device may
keep are listed in sw.js as they are in the copy; each row is held against its file.

What it cannot see. It is told what the host tells it; a host could tell others something else. And the manifest must be
the right one: without --signers this program does not look at its signature (HOST.en.md says how to check it by hand).

Read it from here to its end: 1 what a group may change; 2 where the copy is; 3 each file against the manifest; 4 which
sentence, number or script differs; 5 how the host serves it; 6 what is said.
"""

from __future__ import annotations

import argparse
import base64
import difflib
import hashlib
import html
import http.client
import io
import json
import re
import subprocess
import sys
import zipfile
import zlib
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import brotli  # not in Python itself; without it, what comes as brotli is told and not opened
except ImportError:
    brotli = None

if sys.version_info < (3, 9):  # noqa: UP036 (whoever has an older one is told)
    sys.exit("verify.py: it needs Python 3.9 or newer")
GENUINE, CHANGED, OTHER_VERSION, SILENT = "genuine", "changed", "other version", "silent"
LEAVE = "https://www.wikipedia.org/"  # where "Leave this page now" leads in the release
MOST_BYTES = 64_000_000
SECONDS = 20
LIKE_A_BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


class CannotLook(Exception):
    """Why nothing can be said, in one line."""


def sha256(content: bytes) -> str:
    """The hash of *content*, as the manifest has it."""
    return hashlib.sha256(content).hexdigest()


# 1. What a group may change, and how it is taken away again.

SLOT = re.compile(rb"<!--own:([a-z0-9-]+)-->(.*?)<!--/own:\1-->", re.DOTALL)
PART = re.compile(rb"<!--part:([a-z0-9-]+)-->(.*?)<!--/part:\1-->", re.DOTALL)
KEPT = re.compile(rb'const files = \[((?:\{"bytes":\d+,"integrity":"sha256-[\w+/]{43}=","url":"[\w./-]+"\},?)*)\];\n')
"""The list of files in sw.js that a device may keep: it names the pages as they are in this copy."""
ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~/-]*)?")
AGENCY = r"ICE|DHS|ERO|immigration and customs enforcement|department of homeland security"
NOT_A_NAME = re.compile(  # as in brand.py: a group may have ICE in its name, but not the name of ICE
    rf"(?i)(the )?(u\.? ?s\.? )?({AGENCY})( \((ICE|DHS)\))?(,? (ERO|field office|office|the government))?"
)


@dataclass
class Own:
    """What a copy says in own.json that it made its own. Nothing of it is believed beyond what is allowed here."""

    group: str = ""
    leave: str = LEAVE
    site: str = ""
    default: str = "en"
    languages: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    faults: list[str] = field(default_factory=list)


def own_of(content: bytes | None) -> Own:
    """Reads own.json; a copy without one has nothing of its own."""
    own = Own()
    if content is None:
        return own
    try:
        told = json.loads(content.decode("utf-8"))
        own.group = " ".join(told["group"].split())
        if not own.group or NOT_A_NAME.fullmatch(own.group):
            own.faults.append(f"own.json: a group that has no name, or that of an office: {own.group!r}")
        for name in ("leave", "site"):
            address = str(told.get(name) or "")
            if ADDRESS.fullmatch(address):
                setattr(own, name, address)
            elif address:
                own.faults.append(f"own.json: {name} is no plain https address: {address!r}")
        own.default = str(told.get("default") or "en")
        own.languages, own.hidden = (tuple(map(str, told.get(name) or ())) for name in ("languages", "hidden"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        own.faults.append(f"own.json cannot be read: {type(error).__name__} {error}")
    return own


@dataclass(frozen=True)
class Canonical:
    """A file without what a group may change, which is what the manifest has the hash of."""

    content: bytes
    shown: bytes  # with what stands in its parts, for a look at the words
    slots: tuple[tuple[str, bytes], ...] = ()
    parts: dict[str, list[str]] = field(default_factory=dict)  # the hashes of what stands in each, by its name
    moved: bool = False  # whether an address was put back


def canonical(path: str, content: bytes, own: Own) -> Canonical:
    """The file *path* of a copy as the release has it: addresses put back; slots, parts, the list in sw.js emptied."""
    if path == "sw.js":
        content = KEPT.sub(b"const files = [];\n", content, count=1)
    if not path.endswith(".html"):
        return Canonical(content, content)
    back = content.replace(own.leave.encode(), LEAVE.encode())
    way = urlsplit(own.site).path.strip("/")
    if re.fullmatch(r"404(\.\w+)?\.html", path) and way:
        back = back.replace(f'="/{way}/'.encode(), b'="/')
    slots = tuple((match[1].decode(), match[2]) for match in SLOT.finditer(back) if match[2])
    shown = SLOT.sub(rb"<!--own:\1--><!--/own:\1-->", back)
    parts: dict[str, list[str]] = defaultdict(list)
    for match in PART.finditer(shown):
        parts[match[1].decode()].append(sha256(match[2]))
    return Canonical(PART.sub(rb"<!--part:\1--><!--/part:\1-->", shown), shown, slots, dict(parts), back != content)


ATTRIBUTE = r' [a-z-]+="[^"<>]*"'
PIECE = re.compile(rf"[^<>]+|<(?P<tag>[a-z0-9]+)(?P<attributes>(?:{ATTRIBUTE})*) ?/?>|</(?P<end>[a-z0-9]+)>")
TAGS = "section div p h2 h3 ul ol li strong em a span bdi br img template time meta link".split()
EMPTY_TAGS = ("br", "img", "meta", "link")
ABOUT_THE_PAGE = ("meta", "link")  # they stand in the head, and name the copy's own address
ALLOWED = {
    **dict.fromkeys(
        "lang dir hreflang alt width height data-own datetime content".split(), re.compile(r".*", re.DOTALL)
    ),
    "class": re.compile(r"own[\w-]*( own[\w-]*)*"),
    "href": re.compile(r"(https://|tel:|mailto:)[^\s]+"),
    "src": re.compile(r"(\.\./)*own/logo\.(png|svg|webp)"),
    "property": re.compile(r"og:(image|url)"),
    "rel": re.compile(r"canonical|alternate|[a-z]*(no|ex)[a-z ]*"),
}
INLINE = re.compile(  # within a sentence; in Word all but paragraphs, lines and cells
    r"<!--.*?-->|</?(?:a|abbr|b|bdi|bdo|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|use"
    r"|w:(?!(?:p|br|tab|tc)\b)\w+)(?=[\s/>])[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
VALUE = re.compile(r'="([^"]*)"')


def slot_fault(content: bytes, own: Own) -> str:
    """What is wrong with what stands in a slot; nothing where it is harmless and says whose it is."""
    text, said, at = content.decode("utf-8", "replace"), "", 0
    opened: list[str] = []
    while at < len(text):
        piece = PIECE.match(text, at)
        if piece is None:
            return f"markup that no slot may hold: {text[at : at + 60]!r}"
        at, tag, end = piece.end(), piece["tag"], piece["end"]
        if tag and (fault := tag_fault(tag, piece["attributes"], own)):
            return fault
        if tag and tag not in EMPTY_TAGS:
            opened.append(tag)
        elif end and (not opened or opened.pop() != end):
            return f"</{end}> closes what it did not open"
        said += "" if tag or end else html.unescape(piece[0])
    said = " ".join(said.split())
    if said and not (own.group and own.group in said and "ICE" in said.replace(own.group, "")):
        return f"it does not say whose words these are: {said[:80]!r}"
    return f"<{opened[-1]}> is not closed" if opened else ""


def tag_fault(tag: str, attributes: str, own: Own) -> str:
    """What is wrong with one tag of a slot."""
    if tag not in TAGS or (tag in ABOUT_THE_PAGE and not own.site):
        return f"<{tag}> may not stand in a slot"
    for name, value in re.findall(r' ([a-z-]+)="([^"]*)"', attributes):
        if name not in ALLOWED or not ALLOWED[name].fullmatch(html.unescape(value)):
            return f'{name}="{value}" may not stand in a slot'
        if tag in ABOUT_THE_PAGE and name in {"content", "href"} and not value.startswith(own.site):
            return f"<{tag}> names another site: {value}"
    return ""


COLOURS = re.compile(r"(\s|/\*[^*<]*\*/|@media [a-z():, -]+{|}|[:.\w\[\]=\"'(), >-]+{|--[a-z-]+: ?#[0-9a-fA-F]{6};)*")
LOGO = re.compile(r"own/logo\.(png|svg|webp)")
UNSAFE_IN_A_PICTURE = re.compile(
    rb"<script|<foreignobject|<!entity|\bon\w+\s*=|javascript:|(?:href|src)\s*=(?!\s*[\"']?#)", re.IGNORECASE
)
SITE_MAP = re.compile(
    r"(\s|<\?xml[^<>]*>|</?(?:urlset|url)\b[^<>]*>|<(loc|lastmod)>([^<>]*)</\2>|<xhtml:link [^<>]*/>)*"
)


def own_file_fault(path: str, content: bytes, own: Own) -> str:
    """What is wrong with a file that is the group's own: colours, a logo, a map of its site."""
    text = content.decode("utf-8", "replace")
    if path == "own.css" and not COLOURS.fullmatch(text):
        return "own.css holds more than colours"
    if path == "sitemap.xml":
        addresses = map("".join, re.findall(r"<loc>([^<>]*)</loc>|href=\"([^\"]*)\"", text))
        if not own.site or not SITE_MAP.fullmatch(text) or not all(one.startswith(own.site) for one in addresses):
            return "sitemap.xml names more than the copy's own pages"
    if path.endswith(".svg") and UNSAFE_IN_A_PICTURE.search(content):
        return f"{path} holds more than a picture"
    return ""


# 2. Where the copy is: a folder, or an address. Each gives a file in every form in which a browser may get it.


def unpacked(content: bytes | None) -> bytes | None:
    """What a .gz opens to, as a browser would open it; nothing where it is no whole .gz."""
    opening = zlib.decompressobj(31)
    try:
        opened = opening.decompress(content or b"", MOST_BYTES)
    except zlib.error:
        return None
    return opened if opening.eof and not opening.unused_data else None


def unpacked_brotli(content: bytes) -> bytes:
    """The same for brotli, which this Python can open where it gets here."""
    try:
        return bytes(brotli.decompress(content))
    except brotli.error:
        return b""


OPENED: dict[str, Any] = {"plain": bytes, "gzip": unpacked, "br": unpacked_brotli}


class Folder:
    """A copy on this computer."""

    silent: tuple[str, ...] = ()

    def __init__(self, folder: Path) -> None:
        inside = next((name for name in (".", "ready", "site") if (folder / name / "index.html").is_file()), None)
        if inside is None:
            raise CannotLook(f"there is no index.html in {folder}")
        self.folder = folder / inside
        self.name = str(self.folder)

    def read(self, path: str) -> bytes | None:
        """A file as it lies there."""
        try:
            return (self.folder / path).read_bytes()
        except (OSError, ValueError):
            return None

    def forms(self, path: str) -> dict[str, bytes]:
        """The file plain, and packed where it has such files beside it."""
        found = {"plain": self.read(path), "gzip": self.read(f"{path}.gz"), "br": self.read(f"{path}.br")}
        return {form: content for form, content in found.items() if content is not None}

    def added(self, listed: set[str]) -> list[str]:
        """Every file that is not of the release."""
        files = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if not file.is_dir())
        return sorted(path for path in files if re.sub(r"\.(gz|br)$", "", path) not in listed)


@dataclass(frozen=True)
class Answer:
    """What a host answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def header(self, name: str) -> str:
        """A header's value, with one space between its words; all of them where it comes more than once."""
        return " ".join(", ".join(self.headers.get_all(name) or []).split())


class OnThisHost(HTTPRedirectHandler):
    """Redirects are followed as long as they stay on the host; one that leaves it is an answer like others."""

    def redirect_request(self, *asked: Any) -> Request | None:
        """The request that follows, if any."""
        here, there = urlsplit(asked[0].full_url), urlsplit(asked[-1])
        return super().redirect_request(*asked) if (here.scheme, here.netloc) == (there.scheme, there.netloc) else None


NO_ANSWER = (OSError, ValueError, http.client.HTTPException)


class Address:
    """A copy on the web."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise CannotLook(f"{address} is neither a folder nor an address that begins with https://")
        self.is_https, self.host, self.port = parts.scheme == "https", parts.hostname, parts.port
        self.is_loopback = self.host in {"localhost", "::1"} or self.host.startswith("127.")
        self.root = re.sub(r"index\.html$", "", parts.path).rstrip("/") + "/"
        self.name = f"{parts.scheme}://{parts.netloc}{self.root}"
        self.opener = build_opener(OnThisHost)
        self.silent: list[str] = []
        self.redirected: set[str] = set()
        self.server = self.ask("").header("Server")

    def ask(self, path: str, **headers: str) -> Answer:
        """One question to the host, and a second try where the first had no answer."""
        told = {"User-Agent": LIKE_A_BROWSER, "Accept-Encoding": "identity"}
        told.update((name.replace("_", "-"), value) for name, value in headers.items())
        way = quote(re.sub(r"(^|/)index\.html$", r"\1", path))
        request = Request(self.name + way, headers=told)  # noqa: S310 (http and https alone get here)
        try:
            answer = self.answer(request)
        except NO_ANSWER:
            try:
                answer = self.answer(request)
            except NO_ANSWER as error:
                raise CannotLook(f"{request.full_url} does not answer: {type(error).__name__} {error}") from None
        if answer.status in {301, 302, 303, 307, 308}:
            self.redirected.add(f"{path or '/'} leads to {answer.header('Location')}")
        return answer

    def answer(self, request: Request) -> Answer:
        """What the host says to *request*, whatever it says."""
        try:
            got = self.opener.open(request, timeout=SECONDS)
        except HTTPError as refused:
            got = refused
        with got:
            body = got.read(MOST_BYTES)
            due = 0 if got.getcode() == 304 else int(got.headers.get("Content-Length") or 0)
            if len(body) == MOST_BYTES or len(body) < due:
                raise http.client.HTTPException("the answer ends too soon, or not at all")
            return Answer(got.getcode(), got.headers, body)

    def read(self, path: str) -> bytes | None:
        """A file as it comes unpacked."""
        answer = self.ask(path)
        return answer.body if answer.status == 200 else None

    def forms(self, path: str) -> dict[str, bytes]:
        """The file as it comes to browsers that open nothing, gzip, or brotli."""
        found: dict[str, bytes] = {}
        try:
            for accepted in ("identity", "gzip", "br"):
                answer = self.ask(path, Accept_Encoding=accepted)
                if answer.status == 200 or (path == "404.html" and answer.status == 404):
                    form = answer.header("Content-Encoding").lower().replace("identity", "") or "plain"
                    found.setdefault(form, answer.body)
        except CannotLook as error:
            self.silent.append(f"{path}: {error}")
        return found

    def added(self, _: set[str]) -> list[str]:
        """A host does not list its files."""
        return []


# 3. Each file against the manifest.

OF_A_HOST = (".htaccess", "_headers")
OF_A_LANGUAGE = "({0}/.*|assets/card-{0}.png|search/{0}.json|places/{0}.json)"
FIRST_OF_A_LANGUAGE = re.compile(r"(index|404)\.\w+\.html")  # one for each language that may be the first


@dataclass
class Findings:
    """What was found of a copy's files."""

    looked: int = 0
    changed: dict[str, bytes] = field(default_factory=dict)
    packed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)
    of_the_group: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    held: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The hash and the size of each file as it is, in the form that sw.js has."""

    def differs(self) -> bool:
        """Whether the copy is another than the release."""
        return bool(self.changed or self.packed or self.missing or self.added or self.faults)


def may_be_missing(path: str, own: Own, languages: list[str]) -> bool:
    """Whether a group may leave this file out: a language that it does not offer, or a page that it hides."""
    left_out = [code for code in languages if own.languages and code not in own.languages]
    return bool(
        (own.group and FIRST_OF_A_LANGUAGE.fullmatch(path))
        or any(re.fullmatch(OF_A_LANGUAGE.format(code), path) for code in left_out)
        or any(path == f"{code}/{page}/index.html" for code in languages for page in own.hidden)
    )


def entry_of(path: str, files: dict[str, Any], own: Own) -> dict[str, Any]:
    """What the manifest says of a file; of two it has one for each language that a copy may open first."""
    if path == "sw.js" and "offline" in own.hidden:
        return dict(files["sw-remove.js"])  # a copy that is not to be kept takes itself off every device
    first = f"{path[: -len('.html')]}.{own.default}.html" if path in {"index.html", "404.html"} else path
    found: dict[str, Any] = files.get(first, files[path])
    return found


def is_listed(entry: dict[str, Any], found: Canonical, own: Own) -> bool:
    """Whether a file in canonical form is the one of the release; a part may be empty with what it leads to."""
    due, nothing = entry.get("parts", {}), sha256(b"")
    languages = {name for name in due if name[:5] == "lang-" and own.languages and name[5:] not in own.languages}
    return (sha256(found.content), found.parts.keys()) == (entry["sha256"], due.keys()) and all(
        found.parts[name] == due[name]
        or (name in {*own.hidden, *languages} and found.parts[name] == [nothing] * len(due[name]))
        for name in due
    )


def look_at_file(path: str, entry: dict[str, Any], place: Folder | Address, own: Own, findings: Findings) -> None:
    """Holds every form of one file, and each of its slots, against the manifest."""
    forms = place.forms(path)
    if not forms:
        findings.missing.append(path)
        return
    plain = forms["plain"] if "plain" in forms else unpacked(forms.get("gzip"))
    findings.held[path] = as_kept(plain or b"")
    found = canonical(path, plain or b"", own)
    its_own = path == "own.css" and not own_file_fault(path, plain or b"", own)
    if not its_own and not is_listed(entry, found, own):
        findings.changed[path] = found.shown
    untouched = not (its_own or found.slots or found.moved) and found.parts == entry.get("parts", {})
    for form, content in forms.items():
        if form == "br" and untouched and sha256(content) == entry.get("br"):
            continue
        if form == "br" and brotli is None:
            findings.unopened.append(path)
        elif form not in OPENED:
            findings.packed.append(f"{path} comes as {form}, which nobody asked for")
        elif OPENED[form](content) != plain:
            findings.packed.append(f"{path} differs where it comes as {form}")
    look_into_slots(path, found, own, findings)


def look_into_slots(path: str, found: Canonical, own: Own, findings: Findings) -> None:
    """Notes the group's own words with where they lead, and what no slot may hold."""
    for name, content in found.slots:
        text = content.decode("utf-8", "replace")
        words = html.unescape(TAG.sub(" ", INLINE.sub("", text))).split()
        if fault := slot_fault(content, own):
            findings.faults.append(f"{path}, slot {name}: {fault}")
        elif words:
            findings.of_the_group[name][" ".join([*words, *(led for led in VALUE.findall(text) if ":" in led)])] += 1


def as_kept(content: bytes) -> tuple[str, int]:
    """The hash of *content* as browsers write it, and its size."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode(), len(content)


def kept_faults(place: Folder | Address, findings: Findings) -> Iterator[str]:
    """Each file that sw.js would refuse to keep, since it is another there."""
    if "sw.js" not in findings.held:
        return
    found = KEPT.search(place.read("sw.js") or b"")
    for entry in json.loads(b"[" + found[1] + b"]") if found else ():
        path = re.sub(r"(^|/)$", r"\1index.html", entry["url"].removeprefix("./"))
        if (entry["integrity"], entry["bytes"]) != (findings.held.get(path) or as_kept(place.read(path) or b"")):
            yield f"sw.js names another {path} than there is: no device can keep this copy"


def look_at_files(place: Folder | Address, manifest: dict[str, Any]) -> tuple[Findings, Own]:
    """Every file of a copy against the manifest."""
    own, findings, files = own_of(place.read("own.json")), Findings(), manifest["files"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda path: look_at_file(path, entry_of(path, files, own), place, own, findings), files))
    findings.looked = len(files) - len(findings.missing)
    findings.missing = [path for path in findings.missing if not may_be_missing(path, own, manifest["languages"])]
    findings.faults += own.faults
    findings.faults += kept_faults(place, findings)
    for path in place.added(set(files)):
        content = place.read(path) or b""
        if path in OF_A_HOST and sha256(content) == manifest["beside"].get(f"servers/{path}"):
            continue
        if own.group and (re.fullmatch(r"(own\.json|sitemap\.xml)(\.gz)?", path) or LOGO.fullmatch(path)):
            findings.faults += filter(None, [own_file_fault(path, content, own)])
        else:
            findings.added.append(path)
    if isinstance(place, Folder):  # brand.py leaves no brotli of a page that it changed
        findings.faults += [f"{path}.br is not the release's, and cannot be opened here" for path in findings.unopened]
    for entries in (findings.packed, findings.missing, findings.faults, findings.unopened):
        entries.sort()
    return findings, own


# 4. Which sentence, number or script it is that differs.

TEXTS = (".css", ".js", ".json", ".mjs", ".py", ".toml", ".txt", ".webmanifest", ".xml")
SCRIPTS = (".js", ".mjs", ".wasm", ".zip")
MOST_TOLD = 20


def text_of(path: str, content: bytes) -> str:
    """All words that a file shows or leads to, without markup: of a page, a text, or an archive of such."""
    if path.endswith((".zip", ".docx")):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                return " ".join(text_of(name, archive.read(name)) for name in sorted(archive.namelist()))
        except (zipfile.BadZipFile, OSError, ValueError, zlib.error, NotImplementedError, RuntimeError, EOFError):
            return ""
    text = content.decode("utf-8", "replace")
    if path.endswith((".html", ".svg", ".xml")):
        shown = TAG.sub("\n", INLINE.sub("", " ".join(text.split())))
        lines = html.unescape("\n".join([shown, *VALUE.findall(text)])).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines if line.strip())
    return text if path.endswith(TEXTS) else ""


def times(text: str, words: str) -> int:
    """How often *words* stand in *text*, which is one line, and not as a part of longer words or numbers."""
    count, at = 0, text.find(words)
    while at >= 0:
        end = at + len(words)
        count += not (text[max(at - 1, 0) : at].isalnum() or text[end : end + 1].isalnum())
        at = text.find(words, end)
    return count


def nearest(words: str, text: str) -> str:
    """What stands there instead of *words*, as far as can be told."""
    split = r"\n|(?<=[.?!:])\s" if " " in words else r"\s+"
    candidates = {piece.strip() if " " in words else piece.strip(" ,;.") for piece in re.split(split, text)}
    return next(iter(difflib.get_close_matches(words, candidates, 1, 0.6)), "")


def named(changed: dict[str, bytes], missing: list[str], manifest: dict[str, Any]) -> list[str]:
    """Each sourced sentence and fact that a changed file no longer says as often, by id and words; and each script."""
    texts = {path: text_of(path, content) for path, content in changed.items()}
    flat = {path: text.replace("\n", " ") for path, text in texts.items()}
    lines = []
    for kind in ("sentences", "facts"):
        for identity, entry in manifest[kind].items():
            words, due = entry["text"], entry["pages"]
            found = sorted(path for path in due if path in flat and times(flat[path], words) < due[path])
            if found:
                instead = nearest(words, "\n".join(texts[path] for path in found[:3]))
                there = f'; there stands "{instead}"' if instead else ""
                more = " and others" if found[3:] else ""
                where = f"(in {', '.join(found[:3])}{more})"
                lines.append(f'{kind[:-1]} {identity} should say "{words}"{there} {where}')
    return lines + [f"script {path}" for path in sorted([*changed, *missing]) if path.endswith(SCRIPTS)]


def other_words(changed: dict[str, bytes], genuine: Path) -> list[str]:
    """The lines that differ in each changed file, where the release's own site/ lies beside the manifest."""
    lines = []
    for path, content in sorted(changed.items()):
        if path.endswith((".css", *SCRIPTS)) or not (genuine / path).is_file():
            continue
        before = canonical(path, (genuine / path).read_bytes(), Own()).shown
        old, new = (text_of(path, text).split("\n") for text in (before, content))
        found = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
        lines += [f"{path}: {line[0]} {line[1:][:300]}" for line in found if line[:2] != "@@"][:MOST_TOLD]
    return lines


def foreign_scripts(changed: dict[str, bytes], listed: dict[str, Any]) -> list[str]:
    """Scripts in changed pages that are none of the release: within the page, or from elsewhere."""
    names, found = {path.rpartition("/")[2] for path in listed}, []
    for path, content in sorted(changed.items()):
        tags = re.findall(r"<script\b[^>]*>", content.decode("utf-8", "replace"), re.IGNORECASE)
        for tag in tags if path.endswith(".html") else ():
            source = re.search(r"""src\s*=\s*["']?([^"'\s>]+)""", tag)
            if "//" in tag or not (source[1].rpartition("/")[2] in names if source else "application/json" in tag):
                found.append(f"{path}: {tag}")
    return found


# 5. How the host serves it, and the line that mends each fault.

NO_HEADERS = "GitHub Pages sets no headers of yours: what it lacks can be had only on another host"
TELL_OTHERS = ("Set-Cookie", "NEL", "Report-To", "Reporting-Endpoints", "Refresh", "Server-Timing")
YEAR, HALF_A_YEAR = 31_536_000, 15_768_000
LARGE = (("python", "application/zip"), ("wasm", "application/wasm"), ("start", "text/html"))
HSTS = "Strict-Transport-Security"


class Host:
    """What is to be mended at a host: each fault with the line to add for its server."""

    def __init__(self, place: Address, manifest: dict[str, Any]) -> None:
        self.place, self.files, self.told = place, manifest["files"], manifest["host"]
        self.faults: list[tuple[str, str]] = []
        page = next((path for path in self.files if path.endswith("privacy/index.html") and place.read(path)), "")
        self.way = {
            "start": "",
            "python": next(path for path in self.files if re.search(r"runtime/python\.\w+\.zip$", path)),
            "wasm": next(path for path in self.files if path.endswith(".wasm")),
            "lost": "there-is-no-such-page/at-all",
            "folder": next(path for path in self.files if "/palette." in path).rpartition("/")[0] + "/",
            "questions": next(path for path in self.files if path.endswith("wizard/index.html")).replace(
                "index.html", ""
            ),
            "page without /": page.replace("/index.html", ""),
        }
        self.got = {name: place.ask(way, Accept_Encoding="gzip, br") for name, way in self.way.items()}

    def fault(self, said: str, kind: str, **values: str) -> None:
        """Notes one fault, with its line for this server; for each of them where it does not tell which it is."""
        values |= {"root": self.place.root, "host": self.place.host}
        server, lines = self.place.server.lower(), self.told["lines"][kind]
        mine = [name for name in lines if name.lower() in server] or lines
        filled = re.compile(r"<(name|value|only|ending|root|host)>")
        told = "\n".join(f"{name}: {filled.sub(lambda gap: values[gap[1]], lines[name])}" for name in mine)
        self.faults.append((said, NO_HEADERS if "github" in server else told))

    def look(self, foreign: list[str]) -> None:
        """Every question, one after the other; *foreign* are scripts that the pages did not have."""
        self.safe_way()
        self.headers()
        self.types()
        self.packing()
        self.caching()
        self.lost_pages()
        self.strangers()
        for script in foreign:
            self.fault(f"a script was put in on the way, {script}", "rewritten")

    def safe_way(self) -> None:
        """Is the copy reached by https alone?"""
        place = self.place
        if not place.is_https and not place.is_loopback:
            self.fault("the copy is not served over https", "https")
        elif place.is_https and place.port in {None, 443}:
            try:
                if not any(
                    " leads to https://" in one for one in Address(f"http://{place.host}{place.root}").redirected
                ):
                    self.fault("http does not lead to https", "https")
            except CannotLook:
                pass  # nothing answers without https, and so nothing is told there
        for redirect in sorted(place.redirected):
            self.fault(f"a redirect leaves the copy: {redirect}", "redirect")

    def headers(self) -> None:
        """Does every kind of answer carry every header?"""
        start = self.got["start"]
        tag, day = start.header("ETag"), start.header("Last-Modified")
        again = {"If_None_Match": tag} if tag else {"If_Modified_Since": day}
        same = self.place.ask("", Accept_Encoding="gzip, br", **again) if tag or day else start
        if same.status != 304:
            self.fault("a page that did not change is sent again whole: no 304", "tag")
        answers = {
            "pages (200)": start,
            "the wizard's Python (200)": self.got["wasm"],
            "lost pages (404)": self.got["lost"],
            "what did not change (304)": same,
            "parts of files (206)": self.place.ask(self.way["python"], Range="bytes=0-99"),
        }
        for name, value in self.told["headers"].items():
            wrong = [kind for kind, answer in answers.items() if not is_as_good(name, answer.header(name), value)]
            if wrong:
                where = ", ".join(wrong) if len(wrong) < len(answers) else "every answer"
                self.fault(f"{name} is missing or another on {where}", "header", name=name, value=value)
        if re.search("includesubdomains|preload", start.header(HSTS), re.IGNORECASE):
            said = f"{HSTS} binds every name below yours (includeSubDomains or preload)"
            self.fault(said, "header", name=HSTS, value=self.told["headers"][HSTS])

    def types(self) -> None:
        """Does every ending have its type?"""
        for ending, value in self.told["types"].items():
            path = next((path for path in self.files if path.endswith(f".{ending}")), None)
            answer = self.place.ask("" if ending == "html" else path) if path else None
            if answer is not None and answer.status == 200 and not is_of_type(answer.header("Content-Type"), value):
                said = f".{ending} comes as {answer.header('Content-Type') or 'nothing'}, and not as {value}"
                self.fault(said, "type", ending=ending, value=value, only=value.partition(";")[0])

    def packing(self) -> None:
        """Is what is large sent small, and once?"""
        for name, value in LARGE:
            what, answer = self.way[name] or "the pages", self.got[name]
            if not answer.header("Content-Encoding"):
                self.fault(f"{what} come unpacked, and are three times as large", "packed", value=value)
            elif "accept-encoding" not in answer.header("Vary").lower():
                self.fault(f"{what}: Vary does not name Accept-Encoding", "vary")
            if answer.header("Content-Encoding") == "gzip" and unpacked(unpacked(answer.body)) is not None:
                self.fault(f"{what} are packed twice", "double")

    def caching(self) -> None:
        """May be kept for ever what never changes, and nothing else?"""
        for name in ("python", "wasm"):
            kept = re.search(r"max-age=(\d+)", self.got[name].header("Cache-Control"))
            if not kept or int(kept[1]) < YEAR:
                self.fault(f"{self.way[name]} has a hash in its name, and is not kept for a year", "kept")
        for path, answer in (("pages", self.got["start"]), ("sw.js", self.place.ask("sw.js"))):
            if not re.search(r"no-cache|no-store|max-age=0\b", answer.header("Cache-Control")):
                said = f"{path} may be kept, and readers see what is old: Cache-Control is not no-cache"
                self.fault(said, "fresh")
        if "no-store" not in self.got["questions"].header("Cache-Control"):
            said = "the questions may be stored: Firefox then keeps a picture of them on the disk"
            self.fault(said, "not stored")

    def lost_pages(self) -> None:
        """Is a page that is not there said to be so, by the guide's own page?"""
        lost, own = self.place.ask(self.way["lost"]), own_of(self.place.read("own.json"))
        if lost.status != 404:
            self.fault(f"a page that is not there is answered with {lost.status}, and not with 404", "lost")
        if sha256(canonical("404.html", lost.body, own).content) != entry_of("404.html", self.files, own)["sha256"]:
            self.fault("a page that is not there does not show the guide's own page", "own 404")
        if self.place.ask(self.way["folder"]).status == 200:
            self.fault("the host lists the files of a folder", "list")

    def strangers(self) -> None:
        """Does an answer tell somebody else, or mark the visitor?"""
        for name in TELL_OTHERS:
            if self.got["start"].header(name) or self.got["lost"].header(name):
                self.fault(f"{name} is sent, which marks visitors or tells others of them", "take away", name=name)
        linked = re.findall(r"<(?:https?:)?//([^/>]+)", self.got["start"].header("Link"))
        if any(host != self.place.host for host in linked):
            self.fault(f"Link makes browsers ask {linked[0]}", "take away", name="Link")


def is_as_good(name: str, found: str, wanted: str) -> bool:
    """Whether a header says what it should; of https only that it is for half a year or longer."""
    if name == HSTS:
        age = re.search(r"max-age=(\d+)", found)
        return age is not None and int(age[1]) >= HALF_A_YEAR
    split = r"[;,]" if name in {"Content-Security-Policy", "Permissions-Policy"} else "$"
    said, due = ({" ".join(part.split()) for part in re.split(split, value)} - {""} for value in (found, wanted))
    return said == due or (name == "Permissions-Policy" and said >= due)


def is_of_type(found: str, wanted: str) -> bool:
    """Whether a type is the right one; without a character set is well, but for plain text."""
    kind, _, rest = found.lower().replace(" ", "").partition(";")
    right, _, charset = wanted.lower().replace(" ", "").partition(";")
    of_scripts = kind.replace("application/javascript", "text/javascript")
    return of_scripts == right and (rest == charset or (not rest and kind != "text/plain"))


# 6. What is said.

VERDICTS = {
    GENUINE: "GENUINE: every file is that of the release.",
    CHANGED: "NOT GENUINE: it is not the guide of this release.",
    OTHER_VERSION: "ANOTHER VERSION: this manifest cannot tell whether it is genuine. Take that version's own.",
    SILENT: "NOT KNOWN: some files did not come.",
}
WITH_A_BRAND = "GENUINE: every file is that of the release, but for the group's own words, which stand below."
PARTS = {
    "changed": "Changed files",
    "packed": "Files that differ in one form",
    "missing": "Missing files",
    "added": "Files that are not of the release",
    "faults": "What no group may do",
    "named": "What was changed",
    "words": "Lines that differ (- the release, + the copy)",
    "silent": "What did not come",
    "beside": "Changed beside the manifest since this release was made, and no part of the copy",
    "unopened": "Came as brotli, which this Python cannot open (python3 -m pip install brotli)",
}


def manifest_of(file: Path) -> dict[str, Any]:
    """The manifest, or one line about why there is none."""
    try:
        manifest: dict[str, Any] = json.loads(file.read_text("utf-8"))
        if (
            manifest["guide"] != 1
            or not {"version", "files", "beside", "sentences", "facts", "host"} <= manifest.keys()
        ):
            raise ValueError("it is another kind of manifest")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotLook(f"{file} cannot be read: {error}") from None
    return manifest


def signature_of(manifest: Path, signers: Path | None) -> str:
    """What the signature of the manifest is worth, in one line. One that is wrong is no reason to look further."""
    file = manifest.with_name(f"{manifest.name}.sig")
    if not file.is_file():
        if signers:
            raise CannotLook(f"{manifest} is not signed: there is no {file.name} beside it")
        return "not signed. Compare the SHA-256 of its zip with that of someone who built this version from the source."
    if signers is None:
        return "signed, and nobody looked by whom: name the project's allowed_signers with --signers."
    command = [
        "ssh-keygen",
        "-Y",
        "verify",
        "-I",
        "release",
        "-n",
        "ice-contact-guide",
        "-f",
        str(signers),
        "-s",
        str(file),
    ]
    try:
        ran = subprocess.run(command, input=manifest.read_bytes(), capture_output=True, check=False)
    except OSError as error:
        raise CannotLook(f"ssh-keygen, which reads signatures, does not run here: {error.strerror}") from None
    if ran.returncode:
        raise CannotLook(
            f"{manifest} is signed by no key of {signers}, or was changed after: believe nothing beside it"
        )
    return f"signed by a key of {signers}."


def is_other(file: Path, due: str) -> bool:
    """Whether *file* is there and is not the one whose hash is *due*."""
    return file.is_file() and sha256(file.read_bytes()) != due


def version_of(place: Folder | Address, files: dict[str, Any]) -> str:
    """The version that the foot of the copy's page on privacy names, in whichever language the copy has."""
    pages = (place.read(path) for path in files if path.endswith("privacy/index.html"))
    feet = (re.search(r"[Vv]ersi[oó]n (\d+\.\d+\.\d+)", text_of("a.html", page)) for page in pages if page)
    return next((found[1] for found in feet if found), "")


def looked_at(
    target: str, manifest_file: Path, *, signers: Path | None = None, files_only: bool = False
) -> dict[str, Any]:
    """Everything that can be said of a copy, as one value."""
    manifest, signature = manifest_of(manifest_file), signature_of(manifest_file, signers)
    place = Folder(Path(target)) if Path(target).is_dir() else Address(target)
    findings, own = look_at_files(place, manifest)
    version = version_of(place, manifest["files"])
    host = Host(place, manifest) if isinstance(place, Address) and not files_only else None
    if host:
        host.look(foreign_scripts(findings.changed, manifest["files"]))
    verdict = CHANGED if findings.differs() else SILENT if place.silent else GENUINE
    if verdict == CHANGED and version and version != manifest["version"]:
        verdict = OTHER_VERSION
    differs, missing = (findings.changed, findings.missing) if verdict == CHANGED else ({}, [])
    return vars(findings) | {
        "verdict": verdict,
        "copy": place.name,
        "version": version,
        "manifest": manifest["version"],
        "signature": signature,
        "changed": sorted(findings.changed),
        "named": named(differs, missing, manifest),
        "words": other_words(differs, manifest_file.parent / "site"),
        "silent": list(place.silent),
        "beside": [path for path, due in manifest["beside"].items() if is_other(manifest_file.parent / path, due)],
        "group": own.group,
        "of_the_group": {slot: dict(words) for slot, words in sorted(findings.of_the_group.items())},
        "host": [{"fault": said, "line": line} for said, line in host.faults] if host else [],
    }


def told(report: dict[str, Any]) -> str:
    """The report as people read it."""
    lines = [
        WITH_A_BRAND if report["verdict"] == GENUINE and report["group"] else VERDICTS[report["verdict"]],
        f"{report['copy']}: {report['looked']} files, held against version {report['manifest']}.",
        f"The manifest of that version is {report['signature']}",
    ]
    if report["version"] != report["manifest"]:
        lines.append(f"The copy says that it is version {report['version'] or '(none)'}.")
    for name, title in PARTS.items():
        if report[name]:
            lines += ["", f"{title}:", *(f"  {entry}" for entry in report[name])]
    if report["group"]:
        lines += ["", f"The group's own words ({report['group']}), which the release does not vouch for:"]
        for slot, found in report["of_the_group"].items():
            lines += [f"  {slot}: {words} ({count} files)" for words, count in found.items()]
    if report["host"]:
        lines += ["", f"To mend at the host ({len(report['host'])}); the files in servers/ hold every line:"]
        for fault in report["host"]:
            lines += [f"  {fault['fault']}", *(f"      {line}" for line in fault["line"].split("\n"))]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Looks, tells, and returns the exit code."""
    parser = argparse.ArgumentParser(prog="verify.py", description="Is this copy of the guide genuine?")
    parser.add_argument("copy", help="an address (https://...) or a folder")
    parser.add_argument("--manifest", type=Path, default=Path(__file__).parent / "MANIFEST.json")
    parser.add_argument("--signers", type=Path, help="allowed_signers of the project: who may sign the manifest")
    parser.add_argument("--files", action="store_true", help="do not look at how the host serves it")
    parser.add_argument("--json", action="store_true", help="write JSON")
    options = parser.parse_args(arguments)
    try:
        report = looked_at(options.copy, options.manifest, signers=options.signers, files_only=options.files)
    except CannotLook as error:
        print(f"verify: {error}", file=sys.stderr)
        return 2
    except Exception as error:  # noqa: BLE001 (whoever sends what breaks this program must not be called genuine)
        print(f"verify: it could not be looked at: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    print(json.dumps(report, indent=1, ensure_ascii=False) if options.json else told(report))
    if report["verdict"] in {SILENT, OTHER_VERSION}:
        return 2
    return 1 if report["verdict"] == CHANGED or report["host"] else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # for a screen without every letter
    try:
        sys.exit(main())
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(2)
