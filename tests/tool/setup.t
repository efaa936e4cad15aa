# SPDX-License-Identifier: MIT
# `dossier setup`, as an ordinary user: what it asks, makes, keeps and says;
# and what `dossier config check` says of the result. Root's part is tried
# by hand: it would make users on this machine.
. "$(dirname "$0")/tool.sh"

# Root lends the test to nobody.
as=
if [ "$(id -u)" = 0 ]; then
	chown -R nobody "$work"
	as='setpriv --reuid nobody --regid nogroup --clear-groups'
	$as test -x "$top_builddir/dossier" || as=
	[ -n "$as" ] || { echo '1..0 # SKIP nobody cannot read the build'
	    exit 0; }
fi
umask 022
chmod 755 "$work"
mkdir "$work/share"
for f in etc/dossier.conf etc/casetypes etc/courts schema templates; do
	ln -s "$top_srcdir/$f" "$work/share"
done
site=$work/site conf=$work/site/dossier.conf

setup() {	# setup OPTION...: leaves $out, $err and $rc
	rc=0
	$as "$top_builddir/dossier" setup --conf "$conf" \
	    --share "$work/share" "$@" < /dev/null \
	    > "$work/out" 2> "$work/err" || rc=$?
	out=$(cat "$work/out") err=$(cat "$work/err")
}
check() {
	rc=0
	$as "$top_builddir/dossier" config check --conf "$conf" "$@" \
	    > "$work/out" 2> "$work/err" || rc=$?
	# sentences are folded
	out=$(tr -s ' \n' ' ' < "$work/out") err=$(cat "$work/err")
}
photo() {	# everything that is there, but for what readers touch
	(cd "$site" && find . ! -name '*-wal' ! -name '*-shm' |
	    sort | xargs stat -c '%n %a %u %g %s'
	cat dossier.conf; cat data/secret | od -An -tx1)
}

setup
is 'without a terminal nothing is asked' "$rc" 1
has 'and each missing option is named' "$err" \
    'give --base-url, --timezone, --ldap, --admin, or --yes'
is 'nothing was made' "$([ -e "$site" ] && echo something)" ''
conf=/proc/none/dossier.conf; setup; conf=$site/dossier.conf
has 'where it may not write, it says so before it asks' "$err" \
    'may not make /proc/none/dossier.conf'
setup --yes
has '--yes has no default for what only the site knows' "$err" '--base-url'
setup --yes --base-url http://localhost:1 --timezone Mars/Olympus
has 'a zone that is none is refused' "$err" 'No such time zone'
setup --yes --base-url https://u@x --timezone UTC
has 'a mistake in the file is found before it is there' "$err" 'base_url'
is 'and the file is not there' "$([ -e "$conf" ] && echo something)" ''

setup --yes --base-url http://localhost:1 --timezone Europe/Zurich \
    --admin petra
is 'with its answers it sets up' "$rc" 0
has 'it installs what ships' "$out" 'installed the case type complaint'
has 'the courts, too' "$out" 'installed the rules of the court de_zpo'
has 'and says what is left' "$out" 'Start the programs'
is 'the secret is the owner’s alone' "$(stat -c '%a %s' "$site/data/secret")" \
    '400 32'
is 'nobody else looks into the store' \
    "$(stat -c %a "$site/data/dossier.db")" 660
is 'nor the documents' "$(stat -c %a "$site/data/documents")" 770
has 'remarks of the example stay' "$(cat "$conf")" '# Civil time of the site'
is 'an answer takes the place of its example' \
    "$(grep -c '^#base_url\|^#timezone' "$conf")" 0
mkdir -p "$work/types/permit"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir"/etc/casetypes/permit/*.dmn "$work/types/permit"
sed 's/Listed monument/Monument/' "$top_srcdir/etc/casetypes/permit/type.xml" \
    > "$work/types/permit/type.xml"
$as "$top_builddir/dossier" type install --conf "$conf" \
    "$work/types/permit" > /dev/null
photo > "$work/before"
setup --yes
is 'a second time it works too' "$rc" 0
setup
is 'even without --yes' "$rc" 0
photo > "$work/after"
is 'and changes nothing' "$(diff "$work/before" "$work/after")" ''
is 'a type that the site made its own stays so' "$($as \
    "$top_builddir/dossier" sql --conf "$conf" \
    "SELECT max(version) FROM type WHERE code = 'permit'")" 2
setup --yes --base-url https://other.example.org
is 'what the site wrote is not overwritten' "$rc" 1
has 'and the line is named' "$err" 'base_url = http://localhost:1 already'
setup --yes --staff clerks
has 'what is missing is added' "$(cat "$conf")" '[group Managers]
group = clerks'
has 'and the remarks stay' "$(cat "$conf")" '# Civil time of the site'

setup --yes --staff clerks
is 'which may be said again' "$rc" 0
setup --yes --staff others
has 'but not otherwise' "$err" 'has [group] sections already'
setup --yes --ldap-base dc=x
has 'an account without its server is refused' "$err" 'give --ldap'
check --offline
is 'what it made is in order' "$rc" 0
has 'in sentences' "$out" \
    'Case types: care, claim, complaint, contract, matter, onboarding, permit.'
check
is 'programs that do not run are wrong' "$rc" 1
has 'and named' "$out" 'dossier-casework does not answer'
$as sed -i 's/^types = .*/types = complaint tenancy/' "$conf"
check --offline
has 'a type that is none is found' "$out" 'there is no case type tenancy'
$as sh -c 'printf "%s\n" "[webhooks]" "curl = /nowhere/curl" "" \
    "[webhook register]" "url = https://register.example.org/" \
    "secret_file = $1/register.key" >> "$2"' sh "$site/data" "$conf"
check --offline
has 'a webhook whose program is not there is found' "$out" \
    'curl = /nowhere/curl: it cannot be run'
has 'and a key that is not there' "$out" \
    '[webhook register] secret_file = '"$site"'/data/register.key: it is not'
$as sh -c 'echo key > "$1" && chmod 604 "$1"' sh "$site/data/register.key"
check --offline
has 'or that everybody may read' "$out" \
    'register.key: everybody on this machine may read it'
$as sed -i '/^\[webhooks\]/,$d' "$conf"
$as chmod 604 "$site/data/dossier.db"
$as chmod 444 "$site/data/secret"
$as mv "$site/data/documents" "$site/data/elsewhere"
$as sed -i 's|^timezone.*|timezone = Mars/Olympus|' "$conf"
check --offline
has 'an open store is found' "$out" 'everybody on this machine may read it'
has 'an open secret too' "$out" 'mode 0444 is too open'
has 'a folder that is gone' "$out" 'documents: it is not there'
has 'a zone that is none' "$out" 'Mars/Olympus: no such zone'
has 'all are counted' "$err" '5 things to put right'
$as rm -rf "$site/data"
check --offline
has 'no store is no crash' "$out" 'The store cannot be opened'
$as rm "$conf"
check
is 'nor is no file' "$rc" 1
is 'in one line' "$(printf '%s\n' "$err" | wc -l)" 1

# Killed at any moment, it ends well the next time.
$as rm -rf "$site"
for ms in 002 005 010 020 035 050 080 120 200 400; do
	$as timeout -s KILL "0.$ms" "$top_builddir/dossier" setup \
	    --conf "$conf" --share "$work/share" --yes --base-url \
	    http://localhost:1 --timezone UTC --admin petra > /dev/null 2>&1
done
setup --yes --base-url http://localhost:1 --timezone UTC --admin petra
is 'after ten kills it ends well' "$rc" 0
check --offline
is 'and all is in order' "$rc" 0
is 'nothing half is left' "$(find "$site" -name '*.part')" ''

# At a terminal it asks; Enter takes the brackets.
$as rm -rf "$site"
printf '%s\n' nonsense https://dossier.example.org Mars Asia/Tokyo '' \
    'ldap://127.0.0.1:1' 'dc=x' '' mia team |
    $as script -qec "$top_builddir/dossier setup --conf $conf \
    --share $work/share" /dev/null > "$work/out" 2>&1
out=$(cat "$work/out")
has 'at a terminal it asks' "$out" 'How staff reach Dossier'
has 'and again after a mistake' "$out" 'It begins with https://'
has 'the answers stand in the file' "$(cat "$conf")" \
    'base_url = https://dossier.example.org'
has 'the second one' "$(cat "$conf")" 'timezone = Asia/Tokyo'
has 'the directory' "$(cat "$conf")" 'people = dc=x'
has 'the administrator' "$(cat "$conf")" 'administrators = mia'
has 'a directory that is not there ends nothing' "$out" \
    'Start the programs'
tool_end
