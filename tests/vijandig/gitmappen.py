"""Repositories that would run something, fetch something, or hold what no file name can be."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from tests.vijandig.plek import GEHEIM, INSTELLINGEN, TEKST, Geval

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vijandig.plek import Plek

_BOM = 700_000_000  # bytes of one object

# Settings that name a program, each with the attributes that make git use it.
_PROGRAMMAS: dict[str, tuple[str, str]] = {
    "smudge": ('[filter "kwaad"]\n smudge = {p}\n required = true\n', "* filter=kwaad\n"),
    "clean": ('[filter "kwaad"]\n clean = {p}\n required = true\n', "* filter=kwaad\n"),
    "process": ('[filter "kwaad"]\n process = {p}\n required = true\n', "* filter=kwaad\n"),
    "textconv": ('[diff "kwaad"]\n textconv = {p}\n', "* diff=kwaad\n"),
    "diff": ('[diff "kwaad"]\n command = {p}\n', "* diff=kwaad\n"),
    "diff-external": ("[diff]\n external = {p}\n", ""),
    "merge": ('[merge "kwaad"]\n driver = {p}\n', "* merge=kwaad\n"),
    "fsmonitor": ("[core]\n fsmonitor = {p}\n", ""),
    "pager": ("[core]\n pager = {p}\n[pager]\n log = {p}\n cat-file = {p}\n rev-parse = {p}\n", ""),
    "editor": ("[core]\n editor = {p}\n askPass = {p}\n sshCommand = {p}\n", ""),
    "alias": (
        "[alias]\n rev-parse = !{p}\n cat-file = !{p}\n ls-tree = !{p}\n archive = !{p}\n",
        "",
    ),
    "gpg": ("[gpg]\n program = {p}\n[log]\n showSignature = true\n", ""),
    "alternates": ("[core]\n alternateRefsCommand = {p}\n", ""),
    "credential": ("[credential]\n helper = {p}\n", ""),
    "uploadpack": ('[remote "ver"]\n uploadpack = {p}\n url = .\n promisor = true\n', ""),
}


def _programma(naam: str, plek: Plek) -> None:
    config, attributes = _PROGRAMMAS[naam]
    with (plek.dossier / ".git/config").open("a", encoding="utf-8") as file:
        file.write(config.format(p=plek.programma()))
    if attributes:
        plek.schrijf(".gitattributes", attributes)
        plek.schrijf(".git/info/attributes", attributes)
        blob = plek.gitobject("blob", attributes.encode())
        _boom_met(plek, ("100644", b".gitattributes", blob))


def _haken(plek: Plek) -> None:
    program = plek.programma()
    hooks = plek.dossier / ".git/haken"
    hooks.mkdir()
    for name in ("post-checkout", "pre-commit", "reference-transaction", "post-index-change"):
        shutil.copy(program, hooks / name)
    _config(f"[core]\n hooksPath = {hooks}\n", plek)


def _config(text: str, plek: Plek) -> None:
    with (plek.dossier / ".git/config").open("a", encoding="utf-8") as file:
        file.write(text.format(p=plek.programma(), buiten=plek.buiten, web=plek.web))


def _belofte(url: str, plek: Plek) -> None:
    """An object is not there and would be fetched when it is asked for."""
    name = plek.git("rev-parse", f"HEAD:{TEKST}")
    (plek.dossier / ".git/objects" / name[:2] / name[2:]).unlink()
    _config(
        "[core]\n repositoryformatversion = 1\n sshCommand = {p}\n"
        "[extensions]\n partialClone = ver\n"
        f'[remote "ver"]\n url = {url}\n promisor = true\n partialclonefilter = blob:none\n',
        plek,
    )


def _kale(plek: Plek) -> None:
    """The dossier itself is a bare repository, and its settings name a program."""
    git = plek.dossier / ".git"
    for name in ("HEAD", "config", "objects", "refs"):
        shutil.move(git / name, plek.dossier / name)
    shutil.rmtree(git)
    text = f"[core]\n bare = true\n repositoryformatversion = 0\n fsmonitor = {plek.programma()}\n"
    plek.schrijf("config", text + f'[filter "kwaad"]\n smudge = {plek.programma()}\n')
    plek.schrijf("info/attributes", "* filter=kwaad\n")


def _elders(plek: Plek) -> None:
    """A repository of somebody else, with a secret, in the place of that of the dossier."""
    plek.erbij(TEKST, f"\n{GEHEIM}\n")
    plek.git("commit", "-qam", "Geheim")
    shutil.move(plek.dossier / ".git", plek.buiten / "git")


def _gitbestand(plek: Plek) -> None:
    _elders(plek)
    plek.schrijf(".git", f"gitdir: {plek.buiten}/git\n")


def _gitkoppeling(plek: Plek) -> None:
    _elders(plek)
    (plek.dossier / ".git").symlink_to(plek.buiten / "git")


def _gemene_map(plek: Plek) -> None:
    """`commondir` says that objects and settings lie elsewhere."""
    git = plek.dossier / ".git"
    shutil.copytree(git, plek.buiten / "git")
    plek.schrijf(".git/commondir", f"{plek.buiten}/git\n")
    shutil.rmtree(git / "objects")
    (git / "objects").mkdir()


def _alternates(plek: Plek) -> None:
    shutil.move(plek.dossier / ".git/objects", plek.buiten / "objects")
    plek.schrijf(".git/objects/info/alternates", f"{plek.buiten}/objects\n")


def _objectenkoppeling(plek: Plek) -> None:
    shutil.move(plek.dossier / ".git/objects", plek.buiten / "objects")
    (plek.dossier / ".git/objects").symlink_to(plek.buiten / "objects")


def _include(plek: Plek) -> None:
    text = (
        f'[filter "kwaad"]\n smudge = {plek.programma()}\n[diff]\n external = {plek.programma()}\n'
    )
    (plek.buiten / "gitconfig").write_text(text, "utf-8")
    _config("[include]\n path = {buiten}/gitconfig\n", plek)
    plek.schrijf(".git/info/attributes", "* filter=kwaad\n")


def _werkboom(plek: Plek) -> None:
    _config("[core]\n worktree = {buiten}\n", plek)


def _attributen(plek: Plek) -> None:
    """Attributes from a file outside, and words that git itself fills in."""
    (plek.buiten / "attributen").write_text(f"*.md {GEHEIM}\n", "utf-8")
    _config(
        "[core]\n attributesFile = {buiten}/attributen\n excludesFile = {buiten}/geheim.md\n", plek
    )
    plek.schrijf(".gitattributes", "*.md export-subst\n*.yaml export-ignore\n")
    plek.erbij(TEKST, "\n$Format:%an %ae$\n")
    plek.git("add", "-A")
    plek.git("commit", "-qm", "Attributen")


def _submodule(plek: Plek) -> None:
    plek.schrijf(
        ".gitmodules",
        f'[submodule "x"]\n path = x\n url = {plek.web}\n update = !{plek.programma()}\n',
    )
    head = plek.git("rev-parse", "HEAD")
    plek.git("update-index", "--add", "--cacheinfo", f"160000,{head},x")
    plek.git("add", ".gitmodules")
    plek.git("commit", "-qm", "Submodule")


def _hoofdboom(plek: Plek) -> str:
    return plek.git("rev-parse", "HEAD^{tree}")


def _boom_met(plek: Plek, *meer: tuple[str, bytes, str]) -> None:
    """Let HEAD be the tree that it was with entries more."""
    lines = plek.git("ls-tree", "HEAD").splitlines()
    rows = [line.split(None, 3) for line in lines]
    old = [(mode.lstrip("0"), name.encode(), of) for mode, _, of, name in rows]
    plek.githoofd(plek.gitboom(*old, *meer))


def _boomnaam(mode: str, naam: bytes, plek: Plek) -> None:
    of = plek.gitobject("blob", b"kwaad") if mode != "40000" else _hoofdboom(plek)
    _boom_met(plek, (mode, naam, of))


def _boomkoppeling(plek: Plek) -> None:
    of = plek.gitobject("blob", f"{plek.buiten}/geheim.md".encode())
    tree = plek.gitboom(("120000", b"02-artikelen.md", of))
    _boom_met(plek, ("40000", b"kwaad", tree))


def _tekstkoppeling(plek: Plek) -> None:
    """The text itself is a link in the tree."""
    path = plek.dossier / TEKST
    path.unlink()
    path.symlink_to(plek.buiten / "geheim.md")
    plek.git("commit", "-qam", "Koppeling")
    path.unlink()
    plek.schrijf(TEKST, "# 2 Artikelen\n\nTekst.\n")


def _grafiek(plek: Plek) -> None:
    plek.git("commit-graph", "write", "--reachable")
    path = plek.dossier / ".git/objects/info/commit-graph"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:64] + b"\xff" * 2000)


def _bom(plek: Plek) -> None:
    """One object of hundreds of megabytes, which takes a thousandth of that on the disk."""
    of = plek.gitobject("blob", bytes(_BOM))
    tree = plek.gitboom(("100644", b"bom.md", of))
    _boom_met(plek, ("40000", b"kwaad", tree))


def _boombom(plek: Plek) -> None:
    """Ten trees of ten trees, ten deep: ten billion files, in ten objects."""
    of = plek.gitobject("blob", b"x")
    tree = plek.gitboom(*(("100644", b"%d.md" % n, of) for n in range(10)))
    for _ in range(9):
        tree = plek.gitboom(*(("40000", b"m%d" % n, tree) for n in range(10)))
    deel = plek.gitboom(("40000", b"bom", tree))
    _boom_met(plek, ("40000", b"addenda-2", deel))


def _diepe_boom(plek: Plek) -> None:
    tree = plek.gitboom(("100644", b"x.md", plek.gitobject("blob", b"x")))
    for _ in range(5000):
        tree = plek.gitboom(("40000", b"m", tree))
    _boom_met(plek, ("40000", b"kwaad", tree))


def _pakbom(plek: Plek) -> None:
    plek.gitobject("blob", bytes(_BOM))
    of = plek.gitobject("blob", bytes(_BOM) + b"\n")
    _boom_met(plek, ("40000", b"kwaad", plek.gitboom(("100644", b"bom.md", of))))
    plek.git("-c", "core.compression=1", "repack", "-adq", "--window=0")


def _kapot(plek: Plek) -> None:
    name = plek.git("rev-parse", f"HEAD:{INSTELLINGEN}")
    path = plek.dossier / ".git/objects" / name[:2] / name[2:]
    path.chmod(0o644)
    path.write_bytes(b"x\x9c kapot")


def _hoofd(plek: Plek) -> None:
    (plek.buiten / "ref").write_text(plek.git("rev-parse", "HEAD") + "\n", "utf-8")
    plek.schrijf(".git/HEAD", "ref: ../../buiten/ref\n")


def _vervangen(plek: Plek) -> None:
    """A replacement stands in for the commit that was asked."""
    head = plek.git("rev-parse", "HEAD")
    other = plek.gitobject("blob", f"# 2 {GEHEIM}\n".encode())
    plek.schrijf(f".git/refs/replace/{head}", other + "\n")


def _eindeloze_config(plek: Plek) -> None:
    _config("[include]\n path = config\n", plek)


_OVERIG: dict[str, Callable[[Plek], None]] = {
    "haken": _haken,
    "belofte-ssh": partial(_belofte, "ssh://kwaad.example/x"),
    "belofte-web": partial(_belofte, "{web}"),
    "belofte-ext": partial(_belofte, '"ext::sh -c {p}"'),
    "belofte-map": partial(_belofte, "{buiten}"),
    "kale": _kale,
    "bestand": _gitbestand,
    "koppeling": _gitkoppeling,
    "commondir": _gemene_map,
    "alternates-elders": _alternates,
    "objecten-elders": _objectenkoppeling,
    "include": _include,
    "include-lus": _eindeloze_config,
    "worktree": _werkboom,
    "attributen": _attributen,
    "submodule": _submodule,
    "boom-koppeling": _boomkoppeling,
    "boom-tekst-koppeling": _tekstkoppeling,
    "boom-puntpunt": partial(_boomnaam, "40000", b".."),
    "boom-git": partial(_boomnaam, "40000", b".git"),
    "boom-schuine-streep": partial(_boomnaam, "100644", b"../../buiten/geschreven.md"),
    "boom-absoluut": partial(_boomnaam, "100644", b"/tmp/kwaad-geschreven.md"),
    "boom-leeg": partial(_boomnaam, "100644", b""),
    "boom-bytes": partial(_boomnaam, "100644", b"\xff\xfe\n\x1b[31m.md"),
    "boom-dubbel": partial(_boomnaam, "100644", b"convenant"),
    "boom-lange-naam": partial(_boomnaam, "100644", b"n" * 5000),
    "boom-bom": _boombom,
    "boom-diep": _diepe_boom,
    "grafiek": _grafiek,
    "bom": _bom,
    "pakbom": _pakbom,
    "kapot": _kapot,
    "hoofd-elders": _hoofd,
    "vervangen": _vervangen,
}

GEVALLEN: tuple[Geval, ...] = (
    *(Geval(f"git-{n}", partial(_programma, n), ("renvooi",)) for n in _PROGRAMMAS),
    *(Geval(f"git-{n}", bederf, ("renvooi",)) for n, bederf in _OVERIG.items()),
)
