"""The press in another process: it does what the one in this process does, and can be ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import psutil
import pytest
from tests.proeven import in_de_proef

from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import document as d
from convenantwerk.papier import grenzen
from convenantwerk.papier.huisstijl import Huisstijl
from convenantwerk.papier.pers import Thuispers
from convenantwerk.papier.processen import Werkpers, met_werkers

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.proces

EINDELOOS = "\n{% for a in range(9999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
BRIEVEN = {
    "goed.md": "Beste {{ naam }},",
    "fout.md": "eerst\n\n{{ iets }}",
    "tijd.md": f"eerst\n{EINDELOOS}",
    "geheugen.md": "{{ ('a' * 10**9) | length }}",
    "groeit.md": "\n{% set n = namespace(x='abcdefgh') %}\n"
    "{% for i in range(60) %}\n{% set n.x = n.x ~ n.x ~ i %}\n{% endfor %}",
    "lang.md": "{% for a in range(99999) %}nog een regel\n{% endfor %}",
    "scherm.html": "<p>{{ document.title }}</p>",
    "scherm.css": "",
    "blokken.html": "",
}
STIJL = Huisstijl(
    {naam: tekst.encode() for naam, tekst in BRIEVEN.items()},
    {naam: f"mijn/{naam}" for naam in BRIEVEN},
)


def papier(naam: str, *blocks: d.Block) -> d.Document:
    """Return a document that says no more than its name."""
    return d.Document(
        name=naam,
        title=f"Stuk {naam}",
        publisher="Bureau Verzonnen",
        edition="",
        op=date(2026, 1, 1),
        concept=False,
        blocks=blocks,
    )


@pytest.fixture(scope="module")
def pers() -> Iterator[Werkpers]:
    """A press in another process, that starts it again when it was ended."""
    yield (made := Werkpers(STIJL))
    made.stop()


def fout(pers: Werkpers, naam: str) -> ConvenantwerkError:
    """Return what is wrong with a template."""
    with pytest.raises(ConvenantwerkError) as caught:
        pers.render(naam, {"naam": "Cardea"})
    return caught.value


def test_letters_and_papers_are_those_of_the_press_in_this_process(pers: Werkpers) -> None:
    """What comes back through the pipe is what went in, and the formats of a paper are its own."""
    hier = Thuispers(STIJL)
    assert pers.render("goed.md", {"naam": "*x*"}) == hier.render("goed.md", {"naam": "*x*"})
    made = pers.maak(papier("een"), ("html", "xlsx"))
    assert made == hier.maak(papier("een"), ("html", "xlsx"))
    assert made == [("html", b"<p>Stuk een</p>")]


def test_a_fault_in_a_template_crosses_whole(pers: Werkpers) -> None:
    """With its code, its place and its words; and the press goes on."""
    (found,) = fout(pers, "fout.md").diagnostics
    assert found == fout_hier("fout.md")
    assert (found.code, found.position) == ("CV021", Position("mijn/fout.md", 3))
    assert pers.render("goed.md", {"naam": "A"}) == "Beste A,"


def fout_hier(naam: str) -> object:
    """Return the finding of the press in this process."""
    with pytest.raises(ConvenantwerkError) as caught:
        Thuispers(STIJL).render(naam, {})
    return caught.value.diagnostics[0]


@pytest.mark.proef
@pytest.mark.parametrize(
    ("naam", "regel", "waarvan", "grens"),
    in_de_proef(
        [
            ("tijd.md", 3, "tijd", ("_BEGIN", 0.6)),
            ("groeit.md", 4, "geheugen", ("_GEHEUGEN", 120_000_000)),
            ("geheugen.md", 0, "geheugen", ("_GEHEUGEN", 120_000_000)),
        ],
        om_de=2,
    ),
)
def test_a_template_that_takes_too_much_is_stopped(
    naam: str,
    regel: int,
    waarvan: str,
    grens: tuple[str, float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """CV037 names it: with the line, unless it was asked for in one go."""
    monkeypatch.setattr(grenzen, *grens)  # little, so that nobody need wait
    pers = Werkpers(STIJL)
    error = fout(pers, naam)
    assert (error.code, error.pad) == ("CV037", f"mijn/{naam}")
    assert error.velden["waarvan"] == waarvan
    assert error.regel in {regel, 0}
    assert pers.render("goed.md", {"naam": "A"}) == "Beste A,"
    pers.stop()


def test_a_letter_without_end_is_no_letter(pers: Werkpers) -> None:
    """CV037 too: whoever reads it would need as much time again."""
    assert fout(pers, "lang.md").code == "CV037"


def test_a_paper_that_cannot_be_sent_is_a_finding(pers: Werkpers) -> None:
    """One that is nested too deep for the pipe is CV039."""
    block: d.Block = d.Paragraph(())
    for _ in range(2000):
        block = d.ItemList("lid", (d.Item("1", (block,)),))
    with pytest.raises(ConvenantwerkError) as caught:
        pers.maak(papier("diep", block), ("html",))
    assert caught.value.code == "CV039"


def test_a_press_that_dies_is_a_finding(pers: Werkpers) -> None:
    """CV039 names what it was at, and the next request starts another press."""
    pers.render("goed.md", {"naam": "A"})
    (child,) = psutil.Process().children()
    child.kill()
    error = fout(pers, "goed.md")
    assert (error.code, error.pad) == ("CV039", "mijn/goed.md")
    assert pers.render("goed.md", {"naam": "A"}) == "Beste A,"


def test_who_waits_for_a_paper_may_stop_it(pers: Werkpers) -> None:
    """Whatever the press was doing, its process ends; the next request starts another."""

    def genoeg() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        pers.maak(papier("een"), ("html",), genoeg)
    assert not psutil.Process().children()
    assert pers.maak(papier("een"), ("html",)) == [("html", b"<p>Stuk een</p>")]


def test_with_more_presses_the_order_stays() -> None:
    """Each document comes with its own files, in the order in which they were asked for."""
    before = psutil.Process().children()
    documents = [papier(str(number)) for number in range(12)]
    made = list(met_werkers(iter(documents), STIJL, ("html",), 2))
    assert [document for document, _ in made] == documents
    assert [files[0][1] for _, files in made] == [f"<p>Stuk {n}</p>".encode() for n in range(12)]
    assert psutil.Process().children() == before


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize(
    "signaal", in_de_proef([signal.SIGKILL, signal.SIGINT], behalve=[signal.SIGINT])
)
def test_no_press_outlives_who_asks(signaal: signal.Signals) -> None:
    """Also in the midst of work; and Ctrl-C, which reaches both, gives no second traceback."""
    code = (
        "import signal; from tests.papier.test_processen import STIJL, Werkpers\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal\n"
        "pers = Werkpers(STIJL); pers.render('goed.md', {'naam': 'A'})\n"
        "print('klaar', flush=True)\n"
        "pers.render('tijd.md', {})"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "CONVENANT_GEDULD": "100"},  # a slow machine must not end it by itself
    ) as proces:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
        (child,) = psutil.Process(proces.pid).children()
        time.sleep(0.1)
        if signaal == signal.SIGINT:
            os.killpg(proces.pid, signaal)
        else:
            proces.send_signal(signaal)
        _, said = proces.communicate(timeout=10)
    assert said.count("Traceback") == (signaal == signal.SIGINT)  # that of the script itself
    assert psutil.wait_procs([child], timeout=5)[1] == []
