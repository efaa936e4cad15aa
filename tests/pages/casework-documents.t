# SPDX-License-Identifier: MIT
# Documents: many at once in, one at a time out, never run by the browser.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The last link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+\"" "$reply" | tail -n 1 | cut -d'"' -f2
}

listed() {
	grep -o 'class="whole"' "$reply" | wc -l
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
get $D/documents
is 'documents in the list' "$(listed)" 2
has 'Letter (2)'
has 'value="Photo"'
post $D/documents kind=Evidence dated=2026-11-02 files=@"$work/Letter.pdf"
status 303
follow
has 'Nothing was added.'
has '“Letter.pdf” is already here, as “Letter.pdf”.'
post $D/documents kind=x dated=2026-02-30 files=@"$work/page.html"
status 422

# one document: its versions, its words
printf 'another letter' > "$work/Better.pdf"
form_page=$first/about
post $first/versions
status 422
post $first/versions file=@"$work/Letter.pdf"
status 422
has 'same bytes'
post $first/versions file=@"$work/Better.pdf"
form_page=
status 303
follow
has 'This is version 2 now.'
has 'Better.pdf'
has "$(sha256sum < "$work/Letter.pdf" | cut -d' ' -f1)"
get "$first?version=1"
status 200
has 'a letter'
get $first
has 'another letter'
get "$first?version=3"
status 404
get $first/change
status 200
hidden $first/change > "$work/fields"
cp "$work/fields" "$work/old"
send $first/change name='First letter' kind=Photo dated=2026-11-02
status 303
follow
has '<h1>First letter</h1>'
has 'Photo'
has 'Mon 2 Nov 2026'
get $first/change
hidden $first/change | grep form_key > "$work/fields"
grep -v form_key "$work/old" >> "$work/fields"
send $first/change name='Second letter' kind=letter
status 409
has 'Second letter'
has 'First letter'
get "$D/documents?kind=photo&order=name"
is 'photos in the list' "$(listed)" 1
has 'aria-sort="ascending"'
get "$D/documents?kind=map"
has 'No document of this kind.'
get $first/withdraw
status 200
post $first/withdraw
status 422
post $first/withdraw why='The wrong case'
status 303
follow
has 'Withdrawn on'
has 'The wrong case'
hasnt 'Add a new version'
get $first/change
send $first/change name=x
post $first/withdraw why=again
status 409
get $first
status 200
get $first/restore
status 200
post $first/restore why='It is ours'
status 303
follow
has 'Add a new version'
get $D/history?kind=document
has 'New version of “Letter.pdf”: version 2'
has 'Document “First letter” changed'
has 'Document “First letter” withdrawn'
has 'Document “First letter” put back'

as zoe
get $first/about
status 200
hasnt 'Withdraw'
get $first/withdraw
status 403
get $D/documents
status 200
hasnt 'type="file"'
as tom
get $first/about
status 404
get $first
status 404

# a type may name its own kinds; typed in another language it is the same
P=/dossiers/P-2026-10000095
get $P/documents
has 'value="Expert opinion"'
hasnt 'value="Invoice"'
post $P/documents kind=gutachten files=@"$work/Letter.pdf"
follow
has 'Expert opinion (1)'
