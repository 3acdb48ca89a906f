#!/bin/sh
# Makes the two drafts of this folder: ours, saved by LibreOffice (7.4.7 in the committed ones) directly and by way
# of .odt. Needs soffice on the PATH; the tests do not. Call: erzeugen.sh ENTWURF.docx
set -eu
ziel=$(cd "$(dirname "$0")" && pwd)
arbeit=$(mktemp -d)
trap 'rm -rf "$arbeit"' EXIT
cp "$1" "$arbeit/entwurf.docx"
soffice --headless --convert-to 'docx:MS Word 2007 XML' --outdir "$arbeit/direkt" "$arbeit/entwurf.docx"
soffice --headless --convert-to odt --outdir "$arbeit" "$arbeit/entwurf.docx"
soffice --headless --convert-to 'docx:MS Word 2007 XML' --outdir "$arbeit/odt" "$arbeit/entwurf.odt"
cp "$arbeit/direkt/entwurf.docx" "$ziel/direkt.docx"
cp "$arbeit/odt/entwurf.docx" "$ziel/ueber-odt.docx"
