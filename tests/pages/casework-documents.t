# SPDX-License-Identifier: MIT
# Documents: many at once in, one at a time out, never run by the browser.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The first link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+[^\"]*\"" "$reply" | head -n 1 | cut -d'"' -f2
}

as mia
get $D/documents
status 200
has 'No document yet.'
printf '%%PDF-1.4 a letter' > "$work/Letter.pdf"
printf '<script>alert(1)</script>' > "$work/page.html"
post $D/documents kind=letter files=@"$work/Letter.pdf" files=@"$work/page.html"
status 303
get $D/documents
has 'Letter.pdf'
has 'page.html'
first=$(link "$D/documents/")
get $first
status 200
has 'Content-Disposition: attachment'
has 'nosniff'
post $D/documents kind=letter
status 422
get $D/documents/999
status 404
as zoe
get $D/documents
status 200
hasnt 'type="file"'
as tom
get $first
status 404
