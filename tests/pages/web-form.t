# SPDX-License-Identifier: MIT
# A form: token, key, mistakes, conflicts; nothing typed is lost, nothing is
# done twice, nothing is written by what is refused.
. "$(dirname "$0")/harness.sh"

written() {	# N: so many events there are
	is 'events written' "$(sql "SELECT count(*) FROM event
	    WHERE kind = 'test.written'")" "$1"
}

W=/webtest/write
as mia
post $W text='First <b>'
status 303
has 'Location: /webtest'
has 'Set-Cookie: dossier_notice='
written 1
follow
has 'Written: First &lt;b&gt;'
has 'dossier_notice=; Path=/'
get /webtest
hasnt 'Written:'
notice=forged.Written
get /webtest
hasnt 'Written'
notice=

# the same form again gets the first one's answer; other words are asked back
form_of $W
hidden $W > "$work/fields"
cp "$work/fields" "$work/first"
send $W text=Once
status 303
cp "$work/first" "$work/fields"
send $W text=Once
status 303
has 'Location: /webtest'
has 'Set-Cookie: dossier_notice='
written 2
cp "$work/first" "$work/fields"
send $W text=Twice
status 409
has 'already sent once'
has 'value="Twice"'
written 2
hidden $W > "$work/fields"
send $W text=Twice
status 303
written 3
cp "$work/first" "$work/fields"
as tom
send $W text=Once
status 403
written 3

# a mistake keeps every field and names the wrong one
as mia
post $W text= lines="one
<two>" count=abc colour=blue day=2026-02-30 secret=hidden
status 422
has 'Fill this in.'
has 'Write a whole number'
has 'Write a day'
has 'value="abc"'
has '&lt;two&gt;'
has '<option selected value="blue">'
hasnt 'value="1" checked'
hasnt ' checked'
hasnt 'secret" value'
has 'aria-invalid="true"'
written 3
post $W text=wrong tick=1
status 422
has 'This word is wrong.'
has 'value="wrong"'
has ' checked'
written 3
post $W text=before
status 422
has 'Refused before.'
post $W text=conflict
status 409
has 'Changed meanwhile.'
has 'value="conflict"'
written 3
post $W text=forbidden
status 403
has 'Not for you, &lt;you&gt;.'
written 3
post $W text=busy
status 503
has 'Retry-After: 30'
has 'Always busy.'
has 'value="busy"'
written 3
post $W text=counted
status 429
has 'Counted and refused.'
has 'value="counted"'
written 4

# without a page to show again, the refusal page says it
form_page=/webtest
post /webtest/plain text=wrong
status 422
has 'This word is wrong.'
form_page=

# token and key
form_of $W
hidden $W > "$work/form-fields"
printf 'csrf=x\n' > "$work/fields"
send $W text=A
status 403
grep ^csrf= "$work/form-fields" > "$work/fields"
send $W text=A
status 400
has 'incomplete'
: > "$work/fields"
send $W text=A
status 403
written 4
cp "$work/form-fields" "$work/fields"
header HTTP_ORIGIN=http://evil.example
send $W text=A
status 403
has 'was not sent from a page of Dossier'
no_headers
header HTTP_ORIGIN=null
send $W text=A
status 403
no_headers
header HTTP_SEC_FETCH_SITE=cross-site
send $W text=A
status 403
no_headers
written 4
# a token of an earlier sign-in, from our own page: the form once more
header HTTP_ORIGIN=http://dossier.test
header HTTP_SEC_FETCH_SITE=same-origin
printf 'csrf=old\nform_key=old\n' > "$work/fields"
send $W text=Precious
status 403
has 'earlier sign-in'
has 'value="Precious"'
hidden $W > "$work/fields"
send $W text=Precious
status 303
written 5
no_headers

# what no form of ours sends
cp "$work/form-fields" "$work/fields"
send $W text=A role=admin
status 400
has 'role'
send $W text=A text=B
status 400
send $W text=A colour=green
status 400
has 'colour'
send $W text=A tick=maybe
status 400
printf 'text=a%%00b' > "$work/raw"
raw POST $W "$work/raw" application/x-www-form-urlencoded
status 400
printf 'text=%%e4' > "$work/raw"
raw POST $W "$work/raw" application/x-www-form-urlencoded
status 400
raw POST $W "$work/raw" application/json
status 415
raw POST $W "$work/raw" 'application/x-www-form-urlencoded; charset=UTF-16'
status 415
has 'UTF-8'
raw POST $W "$work/raw" application/x-www-form-urlencoded 500
status 400
has 'incomplete'
raw POST $W "$work/raw" application/x-www-form-urlencoded -5
status 400
raw POST $W "$work/raw" application/x-www-form-urlencoded 5x
status 400
head -c 10000000 /dev/zero | tr '\0' a > "$work/raw"
raw POST $W "$work/raw" application/x-www-form-urlencoded
status 413
awk 'BEGIN { for (i = 0; i < 1100; i++) printf "text=%d&", i }' > "$work/raw"
raw POST $W "$work/raw" application/x-www-form-urlencoded
status 413
written 5
