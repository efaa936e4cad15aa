# SPDX-License-Identifier: MIT
# Uploads through the whole program: names, kinds, limits, and that nothing
# stays behind.
. "$(dirname "$0")/harness.sh"

lying() {
	is 'files left behind' \
	    "$(find "$work/documents" -type f | wc -l)" 0
}
texts() {
	sql "SELECT b.body FROM event e JOIN event_body b ON b.event = e.id
	    WHERE e.kind = 'test.written' ORDER BY e.id"
}

U=/webtest/upload
form_page=/webtest
as mia
printf 'hello' > "$work/plain.txt"
printf '%%PDF-1.4\n' > "$work/doc"
post $U title='Zürich' files=@"$work/plain.txt" files=@"$work/doc"
status 303
texts > "$reply"
has 'plain.txt text/plain 5 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'
has 'doc application/pdf 9'
lying
called='../../x' post $U files=@"$work/plain.txt"
status 303
called='報告書.pdf' post $U files=@"$work/doc"
status 303
texts > "$reply"
has '"x text/plain'
has '報告書.pdf application/pdf'
hasnt '..'
lying

post $U title=x
status 422
has 'Choose a file.'
called=' ' post $U title=x other=@"$work/doc"
status 400
has 'other'
head -c 210000 /dev/zero > "$work/big"
post $U files=@"$work/big"
status 413
lying
post $U files=@"$work/doc" files=@"$work/doc" files=@"$work/doc" files=@"$work/doc"
status 413
head -c 2000000 /dev/zero > "$work/big"
post $U files=@"$work/big"
status 413
# a form that takes no file
post /webtest/write text=@"$work/doc"
status 400
has 'takes no file'
lying
# shorter than announced
form_of /webtest
hidden $U > "$work/fields"
send $U files=@"$work/doc"
n=$(sql "SELECT count(*) FROM event WHERE kind = 'test.written'")
raw POST $U "$work/body" 'multipart/form-data; boundary=XtestX' 5000
status 400
head -c 250 "$work/body" > "$work/half"
raw POST $U "$work/half" 'multipart/form-data; boundary=XtestX'
status 400
raw POST $U "$work/body" 'multipart/form-data; boundary=other'
status 400
raw POST $U "$work/body" 'multipart/form-data'
status 400
is 'nothing was written' "$(sql "SELECT count(*) FROM event WHERE kind = 'test.written'")" "$n"
lying
# no session: nothing of the files touches the disk, the fields travel
as nobody
as mia
form_of /webtest
hidden $U > "$work/fields"
later 3600
send $U title=Kept files=@"$work/doc"
status 401
has 'name="keep.title" value="Kept"'
has 'must be chosen again'
lying
