# SPDX-License-Identifier: MIT
# Sessions: made, used, ended; a form that outlives its session.
. "$(dirname "$0")/harness.sh"

one() {
	sql "$1"
}

# signing in: the cookie is new, the store has only its digest
as nobody
get /webtest/in
status 200
hasnt 'Your session has ended'
post /webtest/in person=1
status 303
has 'Set-Cookie: dossier='
has '; Path=/; HttpOnly; SameSite=Lax'
hasnt 'Secure'
first=$session
case $store in
postgresql:*) skip 'the token is not in the store' 'it is not a file' ;;
*)	is 'the token is not in the store' \
	    "$(grep -c -e "$first" "$store")" 0 ;;
esac
is 'sessions' "$(one 'SELECT count(*) FROM session')" 1
get /webtest
status 200
has 'Mia Berger'
is 'use is not written each time' \
    "$(one 'SELECT used - created FROM session')" 0
later 61
get /webtest
is 'use is written once a minute' \
    "$(one 'SELECT used - created FROM session')" 61

# signing in again ends the former one
post /webtest/in person=2
status 303
second=$session
is 'two tokens' "$([ "$first" != "$second" ] && echo differ)" differ
get /webtest
has 'Ben Okafor'
session=$first
get /webtest
status 401
session=$second
post /webtest/out
status 303
has 'Set-Cookie: dossier=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'
session=$second
get /webtest
status 401

# sign out everywhere
as nobody
post /webtest/in person=1
here=$session
session=
post /webtest/in person=1
there=$session
post /webtest/out-all
status 303
for session in "$here" "$there"; do
	get /webtest
	status 401
done

# half an hour without a page, ten hours in all
as mia
later 1790
get /webtest
status 200
later 1790
get /webtest
status 200
later 1801
get /webtest
status 401
as mia
n=0
while [ $n -lt 24 ]; do
	later 1500
	get /webtest
	n=$((n + 1))
done
status 200
later 1
get /webtest
status 401
# a person who was shut out, a session that never was, a broken cookie
as mia
sql_write 'UPDATE staff SET enabled = 0 WHERE person = 1' >/dev/null
get /webtest
status 401
sql_write 'UPDATE staff SET enabled = 1 WHERE person = 1' >/dev/null
session=nonsense
get /webtest
status 401
# a right that was taken acts at the next request
as mia
get /webtest/lead
status 200
sql_write 'UPDATE staff SET rights = rights & ~16 WHERE person = 1' >/dev/null
get /webtest/lead
status 403
sql_write 'UPDATE staff SET rights = rights | 16 WHERE person = 1' >/dev/null

# the session ends in the middle of a form
W=/webtest/write
as mia
form_of $W
hidden $W > "$work/fields"
later 3600
send $W text='My <precious> words' lines='two
lines' tick=1 secret=password
status 401
has 'Your session has ended'
has 'name="keep.text" value="My &lt;precious&gt; words"'
has 'name="keep.tick" value="1"'
hasnt 'keep.secret'
hasnt 'value="password"'
is 'events written' \
    "$(one "SELECT count(*) FROM event WHERE kind = 'test.written'")" 0
# the fields are those of the sign-in page now (in life it goes to /signon)
hidden /signon | grep -v '^\(csrf\|form_key\)=' > "$work/kept"
cp "$work/kept" "$work/fields"
# a person who is wrong first keeps them through the second try
send /webtest/in person=0
status 422
has 'name="keep.text" value="My &lt;precious&gt; words"'
has 'name="keep_target" value="/webtest/write"'
cp "$work/kept" "$work/fields"
send /webtest/in person=1
status 200
has 'My &lt;precious&gt; words'
has 'action="/webtest/write"'
hidden $W > "$work/fields"
is 'the page has the fields' "$(grep -c '^text=\|^lines=\|^tick=\|^csrf=.\|^form_key=.' "$work/fields")" 5
send $W
status 303
is 'events written' \
    "$(one "SELECT count(*) FROM event WHERE kind = 'test.written'")" 1
# another person drops them
cp "$work/kept" "$work/fields"
session=
send /webtest/in person=2
status 303
has 'Location: /'
hasnt 'precious'
# so does a forged owner
sed -e 's/^keep_owner=x/keep_owner=y/' -e t \
    -e 's/^keep_owner=./keep_owner=x/' "$work/kept" > "$work/fields"
session=
send /webtest/in person=1
status 303
hasnt 'precious'
# more than 64 KiB cannot travel, and the page says so
as mia
form_of $W
hidden $W > "$work/fields"
later 3600
send $W text=short lines="$(head -c 66000 /dev/zero | tr '\0' x)"
status 401
has 'could not be kept'
hasnt 'keep.text'
# a button without fields only leads back to its page
as mia
form_of /webtest/out
hidden /webtest/out > "$work/fields"
later 3600
header HTTP_REFERER=http://dossier.test$site_path/webtest/query?count=1
send /webtest/out
no_headers
status 401
hasnt 'keep_post'
has 'value="/webtest/query?count=1"'
# where a page was asked for, signing in goes there, and only there
as nobody
get '/webtest/query?text=a&count=1'
status 401
has 'value="/webtest/query?text=a&amp;count=1"'
: > "$work/fields"
send /webtest/in person=1 keep_target='/webtest/query?text=a&count=1'
status 303
has 'Location: /webtest/query?text=a&count=1'
for evil in //evil.example 'https://evil.example' '/\evil.example' javascript:x; do
	session=
	: > "$work/fields"
	send /webtest/in person=1 keep_target="$evil"
	status 303
	has 'Location: /'
	hasnt 'evil'
done
