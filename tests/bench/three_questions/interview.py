"""An interview of three questions that any Python can ask, MicroPython too: what the neighbors of our page do.

It takes and gives the same JSON as ``wizard.bridge``, and makes the same forms, but knows no rule.
"""

import json


def begin(questions: str) -> object:
    """What answers requests: from JSON to JSON. *questions* is the JSON that neighbors.py writes."""
    asked = json.loads(questions)

    def handle(text: str) -> str:
        request = json.loads(text)
        answers = request["answers"]
        if request["do"] == "answer":
            answers[request["question"]] = request["value"]
        waiting = [question for question in asked if question["id"] not in answers]
        html = form(waiting[0], waiting[0]["options"]) if waiting else f"<h1 tabindex='-1'>{len(answers)}</h1>"
        reply = {"needs": [], "seen": [], "answers": answers, "html": html, "answers_html": "", "error": False}
        return json.dumps(reply)

    return handle


def form(question: dict[str, str], options: list[list[str]]) -> str:
    """One question as HTML."""
    texts = {name: escaped(text) for name, text in question.items() if name != "options"}
    button = "checkbox" if texts["kind"] == "many" else "radio"
    choices = [
        f"<label class='choice'><input type='{button}' name='answer' value='{escaped(value)}'>"
        f"<span>{escaped(text)}</span></label>"
        for value, text in options
    ]
    return (
        f"<form class='question' data-question='{texts['id']}' data-kind='{texts['kind']}' novalidate>"
        f"<fieldset><legend><h1 tabindex='-1'>{texts['title']}</h1></legend><p class='hint'>{texts['hint']}</p>"
        f"<div class='choices'>{''.join(choices)}</div></fieldset>"
        f"<button type='submit' class='continue'>{texts['go_on']}</button></form>"
    )


def escaped(text: str) -> str:
    """*text* as it may stand in HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
