# SPDX-License-Identifier: MIT
# Upgrades: from every schema that ever was, tried on a copy first; killed at
# any moment the store is old or new, and no backup is half. UPGRADE_KILLS is
# the number of kills, 50 unless said otherwise.
[ -z "${DOSSIER_TEST_STORE-}" ] || { echo '1..0 # SKIP of a file'; exit 0; }
. "$(dirname "$0")/tool.sh"
kills=${UPGRADE_KILLS-50}
[ -z "${TESTS_QUICK-}" ] || kills=${UPGRADE_KILLS-10}
schema=$top_srcdir/schema
newest=$(ls "$schema"/[0-9]*.sql | wc -l)
command -v sqlite3 > /dev/null || { echo '1..0 # SKIP no sqlite3'; exit 0; }

# The shape of a store at a schema, for comparing.
shape() {
	sqlite3 "$1" "SELECT type, name, sql FROM sqlite_master
	    WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2;
	    SELECT number, name FROM version ORDER BY 1" 2>&1
}

# A store as it was at each schema, with rows in it.
rows() {
	cat <<-END
	INSERT INTO person (id, number, name, name_key, created) VALUES
	    (1, 'P-1', 'Ann', 'ann', 1), (2, 'P-2', 'Bob', 'bob', 1);
	INSERT INTO team (id, code, name, name_key)
	    VALUES (1, 'north', 'North', 'north');
	END
	# enough of them that a copy takes its time
	awk 'BEGIN { for (i = 10; i < 4000; i++)
		printf "INSERT INTO person (id, number, name, name_key," \
		    " created) VALUES (%d, '\''X-%d'\'', '\''%0200d'\''," \
		    " '\''x'\'', 1);\n", i, i, i }'
}
n=0
for file in "$schema"/[0-9]*.sql; do
	n=$((n + 1))
	mkdir "$work/schema$n"
	cp "$schema"/[0-9]*.sql "$work/schema$n"
	for later in "$work/schema$n"/[0-9]*.sql; do
		[ "$(basename "$later" | sed 's/^0*//; s/-.*//')" -le $n ] ||
		    rm "$later"
	done
	cp -R "$work/schema$n" "$work/making"
	chmod -R u+w "$work/making"	# a release is read-only
	rows >> "$work/making/0001-core.sql"
	rm -f "$work"/dossier.db*
	dossier migrate --schema "$work/making"
	rm -r "$work/making"
	cp "$work/dossier.db" "$work/at$n.db"
	shape "$work/at$n.db" > "$work/shape$n"
done

at() {	# the store as it was at that schema
	rm -rf "$work"/dossier.db* "$work/backup"
	cp "$work/at$1.db" "$work/dossier.db"
}

# from every schema
n=0
while [ $((n += 1)) -lt "$newest" ]; do
	at $n
	dossier migrate --backup "$work/backup" --schema "$schema"
	is "from $n: it succeeds" "$rc $err" '0 '
	has 'after a trial' "$out" 'is good: restored on trial'
	is 'the store is like a new one' \
	    "$(shape "$work/dossier.db" | diff - "$work/shape$newest")" ''
	is 'what was in it is there' \
	    "$(sqlite3 "$work/dossier.db" 'SELECT count(*) FROM person')" 3992
	is 'the backup has the old one' "$(shape "$work"/backup/2*/dossier.db |
	    diff - "$work/shape$n")" ''
done

# refused, and nothing was done
old=$((newest - 1))
at 1
dossier migrate --dry-run --backup "$work/backup" --schema "$schema"
is 'a dry run lists the steps' "$(printf '%s\n' "$out" | head -n 1)" \
    'due 0002-act.sql'
is 'and does none' "$(shape "$work/dossier.db" | diff - "$work/shape1")" ''
is 'nor a backup' "$(ls -d "$work/backup" 2>/dev/null)" ''
mkdir -m 755 "$work/backup"
dossier migrate --backup "$work/backup" --schema "$schema"
is 'without a backup it ends' "$rc" 1
has 'says why' "$err" 'can be read by others'
has 'and leaves the store' "$err" 'the store was not touched.'
is 'as it was' "$(shape "$work/dossier.db" | diff - "$work/shape1")" ''
dossier migrate --backup /nowhere/at/all --schema "$schema"
has 'a folder that cannot be made is named' "$err" '/nowhere/at/all'
at $old
cp -R "$schema" "$work/broken"
chmod -R u+w "$work/broken"
echo 'CREATE TABLE person (id {id}) {strict};' >> \
    "$(ls "$work"/broken/[0-9]*.sql | tail -n 1)"
dossier migrate --backup "$work/backup" --schema "$work/broken"
has 'a schema file that fails, fails on trial' "$err" \
    'the store was not touched.'
is 'and the store is as it was' \
    "$(shape "$work/dossier.db" | diff - "$work/shape$old")" ''
at $old
sqlite3 "$work/dossier.db" "PRAGMA foreign_keys = OFF;
    INSERT INTO scope (type, team) VALUES ('complaint', 77)"
dossier migrate --backup "$work/backup" --schema "$schema"
has 'a damaged store is not upgraded' "$err" \
    'a row of the table scope refers to one that is not there'
has 'but left alone' "$err" 'the store was not touched.'
at "$newest"
dossier migrate --schema "$work/schema$old"
is 'a newer store is refused' "$rc" 1
has 'in a sentence' "$err" 'install the newer programs'
at $old
dossier migrate --no-backup --schema "$schema"
is 'without a backup where one says so' "$rc $(ls "$work/backup" 2>&1 |
    grep -c manifest)" '0 0'

# two at once
at 1
"$top_builddir/dossier" migrate --conf "$work/dossier.conf" --no-backup \
    --schema "$schema" > /dev/null 2> "$work/second" &
dossier migrate --no-backup --schema "$schema"
one=$rc
wait $! && two=0 || two=$?
is 'two at once do it once' "$one$two $(shape "$work/dossier.db" |
    diff - "$work/shape$newest")" '00 '

# programs of another schema
dossier verify
is 'the store fits' "$rc" 0
at $old
dossier verify
has 'commands refuse an older store' "$err" 'run “dossier migrate”'
sqlite3 "$work/dossier.db" "INSERT INTO version (number, name, applied)
    VALUES (99, '0099-x.sql', 1)"
dossier verify
has 'and a newer one' "$err" 'install the newer programs'

# killed at any moment, the backup before it included
trial() {	# SCHEMA MILLISECONDS
	at "$1"
	"$top_builddir/dossier" migrate --conf "$work/dossier.conf" \
	    --backup "$work/backup" --schema "$schema" \
	    > "$work/out" 2> "$work/err" &
	pid=$!
	sleep "$(printf '0.%03d' "$2")"
	kill -9 $pid 2>/dev/null && killed=$((killed + 1))
	wait $pid 2>/dev/null
	now=$(sqlite3 "$work/dossier.db" 'SELECT max(number) FROM version')
	middle=$middle$now
	[ "$now" -ge "$1" ] || echo "trial $*: schema $now"
	shape "$work/dossier.db" | diff - "$work/shape$now"
	sqlite3 "$work/dossier.db" 'PRAGMA integrity_check;
	    PRAGMA foreign_key_check; SELECT count(*) FROM person' |
	    grep -vx 'ok\|3992'
	for whole in "$work"/backup/2*; do
		[ ! -d "$whole" ] || "$top_builddir/dossier" restore "$whole" \
		    --to "$work/restored" --conf "$work/dossier.conf" \
		    > "$work/out" 2>&1 || cat "$work/out"
		rm -rf "$work/restored"
	done
	"$top_builddir/dossier" migrate --conf "$work/dossier.conf" \
	    --backup "$work/backup" --schema "$schema" > "$work/out" 2>&1 ||
	    cat "$work/out"
	shape "$work/dossier.db" | diff - "$work/shape$newest"
	find "$work/backup" -maxdepth 1 -name '.*'
}

at 1
began=$(date +%s%N)
dossier migrate --backup "$work/backup" --schema "$schema"
took=$((($(date +%s%N) - began) / 1300000 + 20))
killed=0 middle='' i=0
: > "$work/left"
while [ $((i += 1)) -le "$kills" ]; do
	random=$(od -An -N3 -tu4 /dev/urandom | tr -d ' ')
	trial $((random % (newest - 1) + 1)) $((random / 16 % took)) \
	    >> "$work/left" 2>&1
done
is "after $kills kills the store was old or new, and no backup was half" \
    "$(head -n 40 "$work/left")" ''
echo "# $killed died; they stood at $(echo "$middle" | sed 's/./& /g')"
is 'many were killed at work' "$([ $killed -gt $((kills / 5)) ] && echo yes)" \
    yes
tool_end
