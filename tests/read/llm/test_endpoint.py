"""Asking a model over HTTP, and what becomes of endpoints that misbehave."""

from __future__ import annotations

import pytest

from tests.read.llm.served import Answer, completion, served
from whosays.model import ReaderError
from whosays.read.llm import Endpoint


def test_a_question_is_asked_as_the_protocol_wants_it() -> None:
    with served(completion("well")) as model:
        assert Endpoint(f"{model.url}/", "large", key="s3cret").ask("Be terse.", "How are you?") == "well"
    (asked,) = model.asked
    assert asked["path"] == "/v1/chat/completions"
    assert asked["model"] == "large"
    assert [(m["role"], m["content"]) for m in asked["messages"]] == [
        ("system", "Be terse."),
        ("user", "How are you?"),
    ]
    assert model.keys == ["Bearer s3cret"]


def test_without_a_key_none_is_sent() -> None:
    with served(completion("well")) as model:
        Endpoint(model.url, "large").ask("", "")
    assert model.keys == [None]


def test_a_key_is_not_shown() -> None:
    assert "s3cret" not in repr(Endpoint("http://127.0.0.1:1/v1", "large", key="s3cret"))


def test_a_busy_endpoint_is_asked_again() -> None:
    with served((503, "busy"), (429, "slower"), completion("well")) as model:
        assert Endpoint(model.url, "large").ask("", "") == "well"
    assert len(model.asked) == 3


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((401, '{"error": {"message": "no such\\nkey"}}'), "refuses with status 401: no such key"),
        ((404, ""), "refuses with status 404: it does not say why"),
        ((500, "<html>oops</html>"), "refuses with status 500: <html>oops</html>"),
        ((302, ""), "refuses with status 302"),
        ((200, "<html>hello</html>"), "gives no chat completion"),
        ((200, '{"choices": []}'), "gives no chat completion"),
        ((200, '["choices"]'), "gives no chat completion"),
    ],
)
def test_what_is_wrong_is_one_sentence_with_the_address(answer: Answer, says: str) -> None:
    with served(answer) as model, pytest.raises(ReaderError) as caught:
        Endpoint(model.url, "large").ask("", "")
    assert str(caught.value).startswith(model.url)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nobody_there_is_one_sentence_too() -> None:
    with served(completion("")) as model:
        pass
    with pytest.raises(ReaderError, match="does not answer"):
        Endpoint(model.url, "large").ask("", "")


def test_an_answer_without_words_is_empty() -> None:
    with served((200, '{"choices": [{"message": {"content": null}}]}')) as model:
        assert Endpoint(model.url, "large").ask("", "") == ""
