# SPDX-License-Identifier: MIT
# The rules of courts: versions, a look at a file before it holds, removal.
. "$(dirname "$0")/harness.sh"
C=/admin/courts
D=/dossiers/C-2026-10000061
file=$top_srcdir/etc/courts/de_zpo.xml
sed '/code="appeal" /s/1 month/6 weeks/
    /code="complaint"/,/<\/rule>/d' "$file" > "$work/next.xml"
versions() {
	sql "SELECT count(*) FROM court WHERE code = 'de_zpo'"
}
install() {	# install FILE SEEN
	form_of $C
	hidden $C > "$work/fields"
	send $C/install source="$(cat "$1")" seen="$2"
}

as ada
get $C
status 200
has 'No rules of a court are here yet.'
post $C file=@"$file"
status 200
has 'not here yet'
has 'ZPO § 517'
is 'a look keeps nothing' "$(versions)" 0
install "$file" 0
status 303
has "Location: $C/de_zpo"
"$top_builddir/dossier" court install --conf "$work/dossier.conf" "$file" \
    > "$work/said"
is 'the same file is no other version' "$(cat "$work/said")" \
    'de_zpo, version 1'
get $C
has 'Germany: civil courts'
has 'version 1'
get $C/de_zpo
status 200
has '1 month from: Service of the full judgment'
has 'another person confirms it'
has 'from 07-01 to 08-31, periods run on'
get $C/none
status 404

# what is counted by it stays, and it cannot be removed
as mia
post $D/deadlines/new title=Appeal by=working days=10
sql_write "UPDATE deadline_span SET court =
    'de_zpo 1 appeal 2026-11-02 formal - DE'" > /dev/null
get $C
status 403
as ada
post $C file=@"$work/next.xml"
status 200
has '1 deadline under way was counted by the rules of before.'
has '6 weeks from: Service of the full judgment'
has 'Immediate complaint'
has '>Gone<'
install "$work/next.xml" 0
status 409
install "$work/next.xml" 1
status 303
get $C
has '1 by an older version'
get "$C/de_zpo?from=1&to=2"
status 200
has 'From version 1 to version 2'
has '1 month from'
form_page=$C/de_zpo
post $C/de_zpo/remove version=1
status 409
has 'Deadlines were counted by this version'
post $C/de_zpo/remove version=2
status 303
form_page=
is 'the version before is in force again' "$(versions)" 1
is 'all of it is in the log' "$(sql "SELECT count(*) FROM event
    WHERE kind IN ('court.installed', 'court.removed')")" 3

# faults with their line
sed 's/period="2 weeks"/period="soon"/' "$file" > "$work/bad.xml"
post $C file=@"$work/bad.xml"
status 422
has 'court.xml:'
printf 'no XML' > "$work/bad.xml"
post $C file=@"$work/bad.xml"
status 422
