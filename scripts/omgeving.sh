# Shell functions that bring a machine with only python3, pip and apt to what this project needs.
# Sourced by scripts/bouw, scripts/test and scripts/conformiteit; says what it does, and is quick
# when there is nothing left to do.

VENV="${CONVENANT_VENV:-.venv}"

zeg() { printf '== %s\n' "$*" >&2; }

stop_met() {
    printf 'FOUT: %s\n' "$1" >&2
    printf '    tip: %s\n' "$2" >&2
    exit 1
}

# installeer PAKKET…: install Debian packages, as root or with sudo; name them when neither can.
installeer() {
    local als=()
    if [ "$(id -u)" != 0 ]; then
        if sudo -n true 2>/dev/null; then
            als=(sudo -n)
        else
            stop_met "deze pakketten ontbreken en ik mag niets installeren: $*" \
                "vraag de beheerder om: apt-get install $*"
        fi
    fi
    command -v apt-get >/dev/null || stop_met "deze pakketten ontbreken en apt-get is er niet: $*" \
        "installeer ze met de pakketbeheerder van dit systeem"
    zeg "pakketten installeren: $*"
    "${als[@]}" apt-get update -qq
    "${als[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

heeft_bibliotheek() {
    python3 - "$1" <<'PY'
import ctypes, sys
try:
    ctypes.CDLL(sys.argv[1])
except OSError:
    sys.exit(1)
PY
}

# zorg_voor_pango: the libraries with which WeasyPrint sets text.
zorg_voor_pango() {
    local nodig=()
    heeft_bibliotheek libpango-1.0.so.0 || nodig+=(libpango-1.0-0)
    heeft_bibliotheek libpangoft2-1.0.so.0 || nodig+=(libpangoft2-1.0-0)
    heeft_bibliotheek libharfbuzz-subset.so.0 || nodig+=(libharfbuzz-subset0)
    [ ${#nodig[@]} = 0 ] || installeer "${nodig[@]}"
}

# zorg_voor_opdracht OPDRACHT PAKKET: a program of the system.
zorg_voor_opdracht() { command -v "$1" >/dev/null || installeer "$2"; }

# zorg_voor_tesseract: reads scans; Dutch is a package of its own.
zorg_voor_tesseract() {
    if ! command -v tesseract >/dev/null || ! tesseract --list-langs 2>/dev/null | grep -qx nld; then
        installeer tesseract-ocr tesseract-ocr-nld
    fi
}

# zorg_voor_venv: the virtual environment with the pinned packages and this package itself.
zorg_voor_venv() {
    command -v python3 >/dev/null || stop_met "python3 ontbreekt" "installeer Python 3.11 of later"
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop_met "python3 is $(python3 -V 2>&1); nodig is 3.11 of later" "installeer een nieuwere Python"
    local stand
    stand="$(cat requirements.lock pyproject.toml | sha256sum) $(pwd) $(python3 -V)"
    [ -f "$VENV/.stand" ] && [ "$(cat "$VENV/.stand")" = "$stand" ] && return
    if ! python3 -c 'import ensurepip' 2>/dev/null; then
        installeer python3-venv
    fi
    zeg "virtuele omgeving maken in $VENV"
    rm -rf "$VENV"
    python3 -m venv "$VENV"
    zeg "pakketten installeren uit requirements.lock"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check -r requirements.lock
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
    printf '%s' "$stand" >"$VENV/.stand"
}

# zorg_voor_snelle_map: what tests write goes to memory where there is room for it; on a disk, every
# file is waited for until it lies there.
zorg_voor_snelle_map() {
    local vrij
    vrij="$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)" || vrij=0
    [ "${vrij:-0}" -lt 4000000 ] || [ ! -w /dev/shm ] || export PYTEST_DEBUG_TEMPROOT=/dev/shm
}
