# SPDX-License-Identifier: MIT
# /signon: the form, what it refuses without asking anybody, and the way out.
# The directory itself is asked in tests/ldap.
. "$(dirname "$0")/harness.sh"

as nobody
get /signon
status 200
has 'name="login"'
has 'type="password"'
has 'href="/signon?language=ja&amp;keep_target=%2F"'
hasnt 'demo-'
get '/signon?language=de&keep_target=/dossiers%3Fstatus=open'
status 200
has '<html lang="de"'
has 'name="language" value="de"'
has 'value="/dossiers?status=open"'
for target in //evil.test/ 'https://evil.test/' '/\evil.test' \
    'javascript:alert(1)' ''; do
	get "/signon?keep_target=$target"
	status 200
	has 'name="keep_target" value="/"'
done
get '/signon?language=xx'
status 400
get '/signon?password=x'
status 400
get '/signon?who=mia'
status 400

post /signon login=mia password=
status 422
has 'href="#password"'
post /signon login= password=secret-word
status 422
hasnt 'secret-word'
has 'href="#login"'
post /signon login=mia password=x admin=1
status 400
post /signon login=mia login=ben password=x
status 400
post /signon "login=$(printf '%0300d' 1)" password=x
status 422

# no directory in this house: a sentence, the name stays, the password not
header HTTP_ACCEPT_LANGUAGE=en
post /signon login=mia password=secret-word keep_target=/dossiers
status 503
has 'The staff directory does not answer.'
has 'Retry-After: 30'
has 'value="mia"'
has 'name="keep_target" value="/dossiers"'
hasnt 'secret-word'
is 'no guess was counted' \
    "$(sql 'SELECT coalesce(sum(count), 0) FROM signin_failure')" 0
is 'no session was made' "$(sql 'SELECT count(*) FROM session')" 0

# too many
sql_write "INSERT INTO signin_failure (key, count, since)
    VALUES ('name:mia', 4, $clock)
    ON CONFLICT (key) DO UPDATE SET count = 4, since = $clock" >/dev/null
post /signon login=MIA password=x
status 429
has 'Too many tries to sign in. Wait 15 min'
has 'Retry-After: 900'
later 840
post /signon login=mia password=x
status 429
has 'Wait 1 min'
has 'Retry-After: 60'
later 61
post /signon login=mia password=x
status 503

# in already, and out
as mia
get /signon
status 303
is 'sent on to the work' "$(location)" /
form_page=/signon/me post /signon/out
status 303
has 'Set-Cookie: dossier=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'
is 'to the form' "$(location)" /signon
follow
has 'You are signed out.'
get /signon/me
status 401

as mia
here=$session
sql_write "INSERT INTO session (hash, person, created, used)
    SELECT $(bytes 00), person, $clock, $clock FROM staff WHERE login = 'mia'" \
    >/dev/null
form_page=/signon/me post /signon/everywhere
status 303
is 'all of them ended' "$(sql "SELECT count(*) FROM session
    WHERE person = 1 AND ended IS NULL")" 0
session=$here
get /signon/me
status 401

as ben
raw POST /signon/out
status 403
raw POST /signon/everywhere
status 403
get /signon/out
status 405
get /signon/nothing
status 404
