# SPDX-License-Identifier: MIT
# Backups of a store in PostgreSQL: made by pg_dump in one snapshot, row
# security or not; restored on trial and for good into empty databases.
[ -z "${DOSSIER_TEST_STORE-}" ] || { echo '1..0 # SKIP has a server of its own'; exit 0; }
. "$(dirname "$0")/tool.sh"
. "$top_srcdir/tests/pgsql/server.sh"
pgsql_find || { echo '1..0 # SKIP no PostgreSQL'; exit 0; }
[ -n "$(ls "$top_builddir"/modules/core/store/db_pgsql.o 2> /dev/null)" ] ||
    { echo '1..0 # SKIP built without PostgreSQL'; exit 0; }

db=$(mktemp -d) || exit 99
trap 'pgsql_stop "$db"; rm -rf "$db" "$work"' EXIT
pgsql_start "$db" || exit 99
"$pgsql_bin/psql" -X -q -h "$db" -U master postgres \
    -c 'CREATE ROLE site LOGIN' -c 'CREATE ROLE dossier_programs' \
    -c 'CREATE DATABASE store OWNER site' \
    -c 'CREATE DATABASE scratch OWNER site' \
    -c 'CREATE DATABASE other OWNER site'
url() {
	echo "postgresql://site@/$1?host=$db"
}
sed -i "s|^store = .*|store = $(url store)|" "$work/dossier.conf"
B=$work/backup

dossier migrate --no-backup --schema "$top_srcdir/schema"
is 'the store is made' "$rc $err" '0 '
for type in complaint permit; do
	dossier type install "$top_srcdir/etc/casetypes/$type"
done
dossier sql --write "INSERT INTO team (code, name, name_key)
    VALUES ('south', 'South', 'south');
    INSERT INTO scope (type, team) VALUES ('complaint', 1)"
cp "$data"/csv/* "$top_srcdir/etc/imports/map.rng" "$work"
dossier import csv "$work/requests.csv" --type complaint \
    --map "$work/requests.xml" --team South --skip
cases=$(sql 'SELECT count(*) FROM dossier')
is 'there are cases in it' "$([ "$cases" -gt 0 ] && echo yes)" yes

dossier backup "$B"
is 'a backup is made' "$rc $err" '0 '
has 'with all cases, whoever may see them' "$out" " $cases cases, "
is 'in the form of pg_dump' "$(head -c 5 "$B"/2*/dossier.dump)" PGDMP
is 'closed to others' "$(find "$B" ! -type d -perm /077 | wc -l)" 0
dossier backup --verify "$B"
is 'a trial needs a database' "$rc" 1
has 'and says so' "$err" '--scratch postgresql://'
dossier backup --verify "$B" --scratch "$(url scratch)"
is 'in an empty one it is restored on trial' "$rc $err" '0 '
has 'and good' "$out" 'is good: restored on trial'
dossier backup --verify "$B" --scratch "$(url scratch)"
is 'which is empty again afterwards' "$rc $err" '0 '
dossier backup --verify "$B" --scratch "$(url store)"
has 'a database that is none is not touched' "$err" 'is not empty'
is 'at all' "$(sql 'SELECT count(*) FROM dossier')" "$cases"
is 'the backup is still good' "$(ls "$B"/2*/verified | wc -l)" 1

dossier restore "$B" --to "$work/there"
has 'a restore wants a database too' "$err" '--store postgresql://'
dossier restore "$B" --to "$work/there" --store "$(url other)"
is 'it is restored' "$rc $err" '0 '
has 'nothing is newer' "$out" 'The present store has nothing newer.'
dossier verify --conf "$work/there/dossier.conf"
is 'what is restored is as it was written' "$rc" 0
is 'all of it' "$("$top_builddir/dossier" sql --conf \
    "$work/there/dossier.conf" 'SELECT count(*) FROM dossier')" "$cases"
tool_end
