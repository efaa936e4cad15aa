# SPDX-License-Identifier: MIT
# POST /signon against a real OpenLDAP server with the demo's people: the way
# in, what the directory says no to, and a form that waited meanwhile.
PATH=$PATH:/usr/sbin:/sbin
command -v slapd >/dev/null ||
    { echo '1..0 # SKIP slapd is not installed'; exit 0; }
. "$(dirname "$0")/harness.sh"
directory=$top_srcdir/etc/demo/directory
end_directory() {
	"$directory" stop "$work/ldap"
}
port=$(echo port | "$top_builddir/ldap_probe")
"$directory" start "$work/ldap" --port "$port" > "$work/out" 2>&1 ||
    { cat "$work/out"; echo 'Bail out! slapd did not start'; exit 99; }
at_end=end_directory
sed -e "s|@LDAP_URLS@|ldap://127.0.0.1:$port|; s|@LDAP_TLS@|starttls|" \
    -e "s|@LDAP_CA@|$work/ldap/ca.pem|" \
    -e "s|@LDAP_PASSWORD_FILE@|$work/ldap/password|" \
    "$top_srcdir/etc/demo/directory.conf" >> "$work/dossier.conf"

as nobody
post /signon login=marco password=wrong
status 422
has 'value="marco"'
hasnt 'value="wrong"'
post /signon login=nobody-of-ours password=demo-marco
status 422
post /signon login='*' password=demo-marco
status 422
post /signon login=marco password=demo-marco keep_target=/signon/me
status 303
has 'Set-Cookie: dossier='
has 'Location: /signon/me'
follow
status 200
has 'Marco Rossi'
has 'complaints'
is 'his team and scopes are known' "$(sql "SELECT DISTINCT s.login FROM
    viewer_scope v JOIN staff s ON s.person = v.viewer
    WHERE s.login = 'marco'")" marco
get /dossiers
status 200
form_page=/signon/me
post /signon/out
status 303
get /signon/me
status 401
form_page=

# his form outlives his session, and nobody else's sign-in sends it
post /signon login=marco password=demo-marco
form_of /signon/me
hidden /signon/me > "$work/fields"
later 3600
send /signon/me language=fr zone=Europe/Paris
status 401
hidden /signon | grep '^keep' > "$work/kept"
cp "$work/kept" "$work/fields"
send /signon login=marco password=wrong
status 422
has 'name="keep.language" value="fr"'
cp "$work/kept" "$work/fields"
send /signon login=marco password=demo-marco
status 200
has 'action="/signon/me"'
hidden /signon/me > "$work/fields"
send /signon/me
status 303
is 'it was sent' "$(sql "SELECT language FROM staff
    WHERE login = 'marco'")" fr

# emergency access asks for the password once more
sql_write "UPDATE staff SET language = 'en' WHERE login = 'marco'" > /dev/null
C=C-2026-10000061
get /dossiers/$C
status 404
get /signon/break-glass
status 200
has 'Somebody is in danger'
words='The hospital called and asks for her doctor.'
post /signon/break-glass number=$C reason=danger words="$words" password=wrong
status 422
has 'This is not your password.'
has "$words"
hasnt 'value="wrong"'
get /dossiers/$C
status 404
post /signon/break-glass number=$C reason=danger words='Too short.' \
    password=demo-marco
status 422
has 'at least 20'
post /signon/break-glass number=C-2026-99999999 reason=danger words="$words" \
    password=demo-marco
status 422
has 'No case with this number can be opened in this way.'
grep -o 'id="number-error"[^/]*' "$reply" > "$work/none"
sql_write "INSERT INTO viewer_wall (viewer, dossier)
    SELECT f.person, d.id FROM staff f, dossier d
     WHERE f.login = 'marco' AND d.number = 'C-2026-10000079'" > /dev/null
post /signon/break-glass number=C-2026-10000079 reason=danger \
    words="$words" password=demo-marco
status 422
grep -o 'id="number-error"[^/]*' "$reply" > "$work/walled"
check 'a wall answers as nothing does' cmp -s "$work/none" "$work/walled"
post /signon/break-glass number=$C reason=danger words="$words" \
    password=demo-marco
status 303
follow
status 200
has 'You read this case in an emergency'
get /signon/break-glass
status 200
has 'has not been reviewed yet'
hasnt 'name="password"'
is 'it is told and on record' "$(sql "SELECT count(*) FROM event
    WHERE kind IN ('glass.broken', 'dossier.read')")" 2
