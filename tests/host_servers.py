"""nginx, Caddy, Apache and Python's own server on this machine alone, told no more than a test says."""

import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.built_pages import REPOSITORY

UNPACKED = REPOSITORY / "build" / "servers"
"""Where scripts/browsers unpacks nginx and Caddy, so that nothing of them starts by itself."""
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "setenvif", "env", "filter", "deflate")


def program(name: str, *places: str) -> str:
    """The program of that name. A test that needs it is refused where it is not here."""
    for found in (*(UNPACKED / place for place in places), shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")):
        if found and Path(found).is_file():
            return str(found)
    raise FileNotFoundError(f"{name} is not here: run scripts/browsers")


def free_port() -> int:
    """A port of the loopback that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def nginx(folder: Path, told: str, port: int) -> list[str]:
    """The command that starts it with *told* in its server block."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/log; events {{}}\n"
        f"http {{ access_log off; {temporary} include {UNPACKED}/etc/nginx/mime.types;\n"
        f"server {{ listen 127.0.0.1:{port};\n{told}\n}} }}"
    )
    return [program("nginx", "usr/sbin/nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, told: str, port: int) -> list[str]:
    """The command that starts it with *told* as its whole Caddyfile, but for the name: it has no certificate here."""
    there = told.replace("example.org", f"http://127.0.0.1:{port}")
    (folder / "Caddyfile").write_text(f"{{\n    admin off\n    auto_https off\n}}\n{there}\n")
    return [program("caddy", "usr/bin/caddy"), "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


def apache(folder: Path, told: str, port: int) -> list[str]:
    """The command that starts it with *told* as its site."""
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES)
    (folder / "apache.conf").write_text(
        f'{modules}ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile "{folder}/pid"\nErrorLog "{folder}/log"\n'
        f'DefaultRuntimeDir "{folder}"\nTypesConfig /etc/mime.types\nUser nobody\nGroup nogroup\n{told}\n'
    )
    return [program("apache2"), "-d", str(folder), "-f", str(folder / "apache.conf"), "-DFOREGROUND"]


def python(_: Path, told: str, port: int) -> list[str]:
    """The command *told*, at a port of its own that only this machine can reach."""
    return [*shlex.split(told), "--bind", "127.0.0.1", str(port)]


SERVERS = {"nginx": nginx, "Caddy": caddy, "Apache": apache, "http.server": python}
HOSTS = ("nginx", "Caddy", "Apache")
"""Those that a release ships files for."""


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder for what Apache reads, as another user: pytest shuts its own ones whenever another run begins."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def served(name: str, told: str, folder: Path) -> Iterator[str]:
    """The server *name*, told nothing but *told*, with its own files in *folder*; gives the address of its root."""
    port = free_port()
    environment = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    log = (folder / "output").open("wb")
    running = subprocess.Popen(SERVERS[name](folder, told, port), env=environment, stdout=log, stderr=log, cwd=folder)
    try:
        wait_for(port, running, folder)
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(20)
        log.close()


def wait_for(port: int, running: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Wait until the server answers. Raises ``RuntimeError`` with what it said where it ended."""
    for _ in range(100):
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", "/")
                connection.getresponse().read()
        except (OSError, HTTPException):
            if running.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    said = "\n".join(
        file.read_text("utf-8", "replace") for file in (folder / "output", folder / "log") if file.is_file()
    )
    raise RuntimeError(f"the server does not answer: {said}")


def key_and_certificate(folder: Path) -> tuple[Path, Path]:
    """Both to throw away, for 127.0.0.1."""
    key, made = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(made),
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    return key, made
