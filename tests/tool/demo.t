# SPDX-License-Identifier: MIT
# The demo's cases that run on a plan can be played on each day of a week, and
# where holidays stand in a row: their timers count in working time.
. "$(dirname "$0")/../nobody.sh"
. "$top_srcdir/tests/tool/tool.sh"
[ -x /usr/sbin/slapd ] || { echo '1..0 # SKIP slapd is not installed'; exit 0; }
here=$top_srcdir/etc/demo
days='2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28
    2026-11-29 2027-01-04 2027-04-02'
[ -z "${TESTS_QUICK-}" ] || days='2026-11-24 2027-01-04'

ldap=$(printf %s "$work/ldap/ldapi" | sed 's,/,%2F,g')
sed -i "s|^timezone = .*|timezone = Europe/Zurich\ndemo = yes|" "$work/dossier.conf"
sed -e "s|@LDAP_URLS@|ldapi://$ldap|" -e 's|@LDAP_TLS@|none|' \
    -e 's|@LDAP_CA@||' -e "s|@LDAP_PASSWORD_FILE@|$work/ldap/password|" \
    "$here/directory.conf" >> "$work/dossier.conf"
dossier migrate --schema "$top_srcdir/schema"
for type in complaint permit insurance-claim onboarding legal-matter \
    contract medical-case; do
	dossier type install "$top_srcdir/etc/casetypes/$type"
done
dossier court install "$top_srcdir"/etc/courts/*.xml
sh "$here/directory" start "$work/ldap" > /dev/null
dossier directory sync
sh "$here/directory" stop "$work/ldap" > /dev/null
is 'the staff are there' "$rc" 0
empty=$(copy_store "$work/empty")
for day in $days; do
	no_store
	use_store "$empty"
	use_store "$(copy_store "$work/dossier.db")"
	DOSSIER_NOW=$(date -ud "$day 00:10" +%s) \
	    dossier demo --more "$here/plans.txt"
	[ "$rc" = 0 ] || printf '# %s\n' "$out" "$err"
	is "its plans go their way on $(LC_ALL=C date -ud "$day" +'%a %F')" \
	    "$rc" 0
done
use_store "$empty"
tool_end
