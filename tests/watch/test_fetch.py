"""Asking over HTTP, of servers that mean no good."""

from __future__ import annotations

import gzip
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.watch.served import Said, Server, raw, served
from whosays.watch import dialling, fetch
from whosays.watch.urls import RefusedError

BOMB = gzip.compress(bytes(fetch.LARGEST + 1), mtime=0)


def got(url: str, *, private: bool = True) -> fetch.Answer:
    return fetch.fetch(url, {}, private=private)


def refusal(url: str, *, private: bool = True) -> str:
    with pytest.raises(RefusedError) as refused:
        got(url, private=private)
    told = str(refused.value)
    assert "\n" not in told
    return told


def test_a_question_says_who_asks(server: Server) -> None:
    server.answers["/feed?a=b"] = Said(body=b"<rss/>", fields={"ETag": '"1"'})
    answer = got(f"{server.url}/feed?a=b")
    assert (answer.status, answer.body, answer.fields["etag"]) == (200, b"<rss/>", '"1"')
    [(_, fields)] = server.asked
    assert fields["User-Agent"].startswith("whosays/")
    assert fields["Host"] == server.url.removeprefix("http://")
    assert "Cookie" not in fields


@pytest.mark.parametrize("encoding", ["gzip", "X-GZIP"])
def test_a_packed_answer_is_unpacked(server: Server, encoding: str) -> None:
    server.answers["/"] = Said(body=gzip.compress(b"<rss/>", mtime=0), fields={"Content-Encoding": encoding})
    assert got(server.url).body == b"<rss/>"


def test_a_redirect_is_followed(server: Server) -> None:
    server.answers["/a"] = Said(301, fields={"Location": "b"})
    server.answers["/b"] = Said(body=b"<rss/>")
    assert got(f"{server.url}/a").body == b"<rss/>"


def test_redirects_in_a_circle_end(server: Server) -> None:
    server.answers["/a"] = Said(302, fields={"Location": "/a"})
    assert "redirects more than 5 times" in refusal(f"{server.url}/a")
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0177.0.0.1", "0x7f.1", "127.1", "0", "[::1]",
     "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "10.0.0.1", "169.254.169.254",
     "192.168.1.1", "224.0.0.1", "240.0.0.1"],
)  # fmt: skip
def test_private_addresses_are_not_asked_however_they_are_written(server: Server, host: str) -> None:
    port = server.url.rpartition(":")[2]
    assert "not on the public internet" in refusal(f"http://{host}:{port}/", private=False)
    assert server.asked == []


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "[::1]", "2130706434", "127.0.0.2"])
def test_a_redirect_to_a_private_address_is_not_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr(dialling, "is_public", lambda address: address == "127.0.0.1")
    server.answers["/a"] = Said(302, fields={"Location": f"http://{host}:{server.url.rpartition(':')[2]}/b"})
    assert "not on the public internet" in refusal(f"{server.url}/a", private=False)
    assert server.paths == ["/a"]


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [_at("93.184.215.14"), _at("10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert "10.0.0.1" in refusal("http://riverpost.example/", private=False)


def test_a_name_that_changes_its_meaning_is_looked_up_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.url.rpartition(":")[2])
    answers = [[_at("127.0.0.1", port)], [_at("127.0.0.2", port)]]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers.pop(0))
    monkeypatch.setattr(dialling, "is_public", lambda address: address == "127.0.0.1")
    server.answers["/"] = Said(body=b"<rss/>")
    assert got(f"http://riverpost.example:{port}/", private=False).body == b"<rss/>"
    assert len(answers) == 1
    assert server.asked[0][1]["Host"] == f"riverpost.example:{port}"


def _at(address: str, port: int = 80) -> tuple[Any, ...]:
    return socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Said(body=bytes(fetch.LARGEST + 1)), "more than 16 MiB"),
        (Said(body=BOMB, fields={"Content-Encoding": "gzip"}), "more than 16 MiB"),
        (Said(body=b"x", fields={"Content-Encoding": "br"}), "not asked for"),
        (Said(body=b"x", fields={"Content-Encoding": "gzip, gzip"}), "not asked for"),
        (Said(body=b"plain", fields={"Content-Encoding": "gzip"}), "damaged"),
        (Said(body=gzip.compress(b"x" * 99, mtime=0)[:-9], fields={"Content-Encoding": "gzip"}), "cut short"),
        (Said(body=b"x", fields={"Content-Length": "2"}), "cut short"),
    ],
)
def test_answers_that_are_refused(server: Server, said: Said, why: str) -> None:
    server.answers["/"] = said
    assert why in refusal(server.url)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"220 mail.example ESMTP\r\n", "not HTTP"),
        (b"", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000, "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc", "not HTTP"),
    ],
)
def test_answers_that_are_no_answers(said: bytes, why: str) -> None:
    with raw(said) as url:
        assert why in refusal(url)


def test_an_answer_that_trickles_in_is_ended(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LONGEST", 0.2)
    server.answers["/"] = Said(fields={"Content-Length": "1000"}, pieces=(b"x",) * 1000)
    assert "takes more than" in refusal(server.url)


def test_so_is_one_that_never_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LONGEST", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert "takes more than" in refusal(f"http://127.0.0.1:{port}/")
        assert "takes more than" in refusal(f"https://127.0.0.1:{port}/")


def test_a_server_that_falls_silent_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialling, "SILENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "does not answer in time" in refusal(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_nobody_there(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert "cannot be reached: connection refused" in refusal(f"http://127.0.0.1:{port}/")
    assert "no secure connection" in refusal(server.url.replace("http:", "https:"))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of 127.0.0.1, with its key, signed by itself."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl is installed here")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    files = ["-keyout", str(path), "-out", str(path.with_suffix(".crt"))]
    subprocess.run([*request, *subject, *files], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


def test_an_encrypted_feed_whose_certificate_is_trusted(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with served(certificate) as server:
        server.answers["/"] = Said(body=b"<rss/>")
        assert got(server.url).body == b"<rss/>"
        assert server.asked[0][1]["Host"] == server.url.removeprefix("https://")
        server.answers["/"] = Said(302, fields={"Location": server.url.replace("https", "http")})
        assert "from https to http" in refusal(server.url)


def test_a_certificate_that_nobody_trusts_or_of_another_name_is_refused(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(certificate) as server:
        assert "its certificate cannot be trusted: " in refusal(server.url)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert "its certificate cannot be trusted: " in refusal(server.url.replace("127.0.0.1", "localhost"))
        assert server.asked == []


def test_a_name_that_means_nothing() -> None:
    assert "its host is not known" in refusal("http://nothing.invalid/")
