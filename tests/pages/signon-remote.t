# SPDX-License-Identifier: MIT
# People whom the web server signs in: only by its variable, only where
# dossier.conf says so, and never by what a browser can send.
PATH=$PATH:/usr/sbin:/sbin
command -v slapd >/dev/null ||
    { echo '1..0 # SKIP slapd is not installed'; exit 0; }
. "$(dirname "$0")/harness.sh"
directory=$top_srcdir/etc/demo/directory
end_directory() {
	"$directory" stop "$work/ldap"
}
"$directory" start "$work/ldap" > "$work/out" 2>&1 ||
    { cat "$work/out"; echo 'Bail out! slapd did not start'; exit 99; }
at_end=end_directory
ldapi=ldapi://$(printf %s "$work/ldap/ldapi" | sed 's|/|%2F|g')
sed -e "s|@LDAP_URLS@|$ldapi|; s|@LDAP_TLS@|none|; s|@LDAP_CA@||" \
    -e "s|@LDAP_PASSWORD_FILE@|$work/ldap/password|" \
    "$top_srcdir/etc/demo/directory.conf" >> "$work/dossier.conf"
"$top_builddir/dossier" directory sync --all --force \
    --conf "$work/dossier.conf" > "$work/out" 2>&1 || cat "$work/out"
switch() {	# yes|no
	sed -i "/^remote_user/d; s/^\[serve\]/&\nremote_user = $1\
\nremote_user_strip = @LINDENBERG.EXAMPLE TOWN\\\\/" "$work/dossier.conf"
}
variable() {	# REMOTE_USER of the requests from here on
	no_headers
	header HTTP_ACCEPT_LANGUAGE=en
	header "REMOTE_USER=$1"
}
sessions() { sql "SELECT count(*) FROM session WHERE ended IS NULL"; }

# Not switched on: the variable is nothing.
as nobody
variable marco
get /signon
status 200
hasnt '/signon/remote'
hasnt '>marco<'
raw POST /signon/remote
status 422
has 'The web server has not signed you in.'
is 'no session' "$(sessions)" 0

# Switched on, and only a browser speaks.
switch yes
no_headers
header HTTP_ACCEPT_LANGUAGE=en
for name in HTTP_REMOTE_USER HTTP_X_REMOTE_USER HTTP_X_FORWARDED_USER \
    REDIRECT_REMOTE_USER REMOTE_IDENT HTTP_AUTHORIZATION; do
	header "$name=marco"
done
get /signon
status 200
has 'Use the sign-on of this computer'
hasnt 'Go on as'
raw POST /signon/remote
status 422
is 'nobody is signed in' "$(sessions)" 0
variable ''
raw POST /signon/remote
status 422

# The way in: one button, for the very name that it showed.
variable marco
get /dossiers
status 401
has 'Go on as marco'
get '/signon?keep_target=/signon/me'
status 200
has 'Go on as Marco Rossi'
has 'Somebody else?'
raw POST /signon/remote
status 409
has 'The web server takes you for marco.'
is 'another site cannot press it' "$(sessions)" 0
hidden /signon/remote > "$work/fields"
header HTTP_ORIGIN=https://evil.test
send /signon/remote
status 403
variable jonas
get '/signon?keep_target=/signon/me'
hidden /signon/remote > "$work/fields"
variable marco
send /signon/remote
status 409
hidden /signon/remote > "$work/fields"
send /signon/remote
status 303
is 'on to where the way led' "$(location)" /signon/me
follow
status 200
has 'Marco Rossi'
is 'his groups are asked for' "$(sql "SELECT DISTINCT s.login
    FROM viewer_scope v JOIN staff s ON s.person = v.viewer WHERE s.login = 'marco'")" marco
marco=$session

# Realms
for name in marco@LINDENBERG.EXAMPLE 'TOWN\marco' 'town\marco'; do
	session=
	variable "$name"
	get /signon
	has 'Go on as Marco Rossi'
done
for name in marco@EVIL.EXAMPLE 'EVIL\marco' @LINDENBERG.EXAMPLE 'TOWN\' \
    '*' 'x)(|(uid=*' "$(printf %0300d 1)"; do
	session=
	variable "$name"
	get /signon
	hasnt 'Marco'
	hidden /signon/remote > "$work/fields"
	send /signon/remote
	case $status_now in
	403|422) ok "$name is nobody" ;;
	*) not_ok "$name is nobody" ;;
	esac
done
session=
variable nemo
get /signon
hidden /signon/remote > "$work/fields"
send /signon/remote
status 403
has 'The staff directory has no open account for nemo'
variable sofia
get /signon
hidden /signon/remote > "$work/fields"
send /signon/remote
status 403
has 'none of your groups gives you a role here'
is 'only Marco is in' "$(sessions)" 1

# A session goes with its name.
session=$marco
variable ''
get /signon/me
status 200
variable marco
form_of /signon/me
status 200
hidden /signon/me > "$work/kept"
variable jonas
cp "$work/kept" "$work/fields"
send /signon/me language=fr zone=
status 401
has 'Go on as jonas'
has 'could not be kept'
hasnt 'keep.language'
is 'it ended' "$(sessions)" 0
variable marco
session=$marco
get /signon/me
status 401

# A form whose session ended travels through the button too.
get /signon
hidden /signon/remote > "$work/fields"
send /signon/remote
form_of /signon/me
hidden /signon/me > "$work/fields"
later 3600
send /signon/me language=fr zone=Europe/Paris
status 401
hidden /signon/remote > "$work/fields"
send /signon/remote
status 200
has 'action="/signon/me"'
hidden /signon/me > "$work/fields"
send /signon/me
status 303
is 'it was sent' "$(sql "SELECT language FROM staff
    WHERE login = 'marco'")" fr
sql_write "UPDATE staff SET language = 'en' WHERE login = 'marco'" >/dev/null

# Out: the web server would let anybody in again who sits there.
form_page=/signon/me post /signon/out
status 303
is 'ended' "$(sessions)" 0
follow
has 'You are signed out.'
has 'The web server still takes this browser for marco'
has 'Go on as Marco Rossi'
