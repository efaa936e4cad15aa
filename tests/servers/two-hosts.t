# SPDX-License-Identifier: MIT
# Two hosts, each with all programs and a web server, share one PostgreSQL and
# one folder of documents: a person may be sent to either at any time, and
# what is to happen once happens once.
. "$(dirname "$0")/servers.sh"
. "$top_srcdir/tests/pgsql/server.sh"
host=127.0.0.1 place=

for c in nginx slapd curl bash; do
	command -v $c > /dev/null || skip "$c is not installed"
done
pgsql_find || skip 'PostgreSQL is not installed'
grep -q 'define HAVE_LIBPQ 1' "$top_builddir/config.h" ||
    skip 'this build has no PostgreSQL'
installed
step_down
stage=$top_srcdir/etc/demo/stage
work=$(mktemp -d) || exit 99
data=$work/a
: > "$work/head"; : > "$work/body"

end() {
	rc=$?
	for h in b a; do
		bash "$stage" --stop --data "$work/$h" > /dev/null 2>&1
	done
	pgsql_stop "$work/pg"
	[ $bad = 0 ] || tail -n 20 "$work"/[ab]/log/*.log | sed 's/^/# /'
	rm -rf "$work"
	[ $rc = 0 ] || exit $rc
	echo "1..$tests"
	[ $bad = 0 ] || exit 1
}
trap end EXIT
trap 'exit 99' INT TERM

mkdir "$work/pg"
pgsql_start "$work/pg" || { echo 'Bail out! no server'; exit 99; }
"$pgsql_bin/psql" -qAt -d "$(pgsql_url "$work/pg" postgres)" \
    -c 'CREATE DATABASE office TEMPLATE template0'

# up NAME ARGUMENTS...: a host; $port_NAME is its port.
up() {
	h=$1; shift
	for port in $((22000 + $$ % 8000)) $((32000 + $$ % 700)) failed; do
		[ $port != failed ] || { sed 's/^/# /' "$work/start"
			echo 'not ok 1 - the hosts start'; exit 1; }
		[ $h = a ] || port=$((port + 1))
		bash "$stage" --prefix "$installed" --data "$work/$h" \
		    --port $port --detach --samples 0 "$@" \
		    > "$work/start" 2>&1 && break
	done
	eval "port_$h=$port"
}
up a --store "$(pgsql_url "$work/pg" office)"
up b --beside "$work/a"

# at HOST PERSON: who asks where from here on.
at() {
	eval "port=\$port_$1"
	[ -e "$work/jar.$2" ] || : > "$work/jar.$2"
	cp "$work/jar.$2" "$work/jar"
	now=$2
}

# keep: what the browser of this person holds now.
keep() { cp "$work/jar" "$work/jar.$now"; }

sign_in() {	# HOST PERSON
	at "$1" "$2"
	send /signon /signon login="$2" password="demo-$2"
	answer "$2 signs in on host $1" 303
	keep
}

sign_in a jonas
at b jonas
ask /intake
answer 'the session holds on the other host' 200
sign_in b emma

# A request that comes in on one host is worked on at the other.
at a jonas
ask '/intake/new?type=complaint&who=unknown'
send '/intake/new?type=complaint&who=unknown' /intake/new medium=phone \
    team="$(option Front)" title='Fined for a book' text='I returned it.' \
    received="$(TZ=Europe/Zurich date -d '1 hour ago' +%Y-%m-%dT%H:%M)" \
    f.subject=billing then=show
answer 'registering on host a' 303
number=$(location | sed 's|.*/||')
at b jonas
ask "/intake/$number"
send "/intake/$number" "/intake/$number/accept" title='Fined for a book' \
    place="$(option Complaints)" lead=
at b emma
ask "/dossiers/$number"
answer 'accepted on host b, the manager sees it there' 200

# A document laid by one host is sent by the other.
at a emma
head -c 300000 /dev/urandom > "$work/letter.bin"
send "/dossiers/$number/documents" "/dossiers/$number/documents" \
    kind=letter "files=@$work/letter.bin"
answer 'a document added on host a' 303
at b emma
ask "/dossiers/$number/documents"
file=$(grep -o "href=\"/dossiers/$number/documents/[0-9]*\"" "$work/body" |
    sed 's/href="\(.*\)"/\1/' | head -n 1)
ask "$file"
ok 'is the same on host b' cmp -s "$work/body" "$work/letter.bin"

# Two people save the same form, each on a host.
form=/dossiers/$number/change
at a emma
ask "$form"
hidden "$form" > "$work/early"
at b jonas
send "$form" "$form" title='Fined for two books' f.subject=billing
answer 'Jonas saves on host b' 303
at a emma
set --
while IFS= read -r pair; do set -- "$@" --data-urlencode "$pair"; done \
    < "$work/early"
ask "$form" "$@" --data-urlencode 'title=Fined without reason' \
    --data-urlencode f.subject=billing
answer 'Emma, who began earlier on host a, is asked back' 409
ok 'sees what Jonas wrote' shows 'Fined for two books'
ok 'and loses nothing of hers' shows 'Fined without reason'

# Both clocks at once: each mail goes once, each seal is made once.
cat > "$work/sendmail" <<END
#!/bin/sh
cat > "$work/mail.\$\$"
END
chmod 755 "$work/sendmail"
asked=0
for h in a b; do
	sed -i "s|^sendmail = .*/mail/.*|sendmail = $work/sendmail|" \
	    "$work/$h/dossier.conf"
	for pid in $(pgrep -P "$(cat "$work/$h/pid")" dossier-); do
		kill -HUP "$pid"
		asked=$((asked + 1))
	done
done
for i in $(seq 100); do
	said=$(cat "$work"/[ab]/log/*.log | grep -c 'roll over')
	[ "$said" -lt $asked ] || break
	sleep 0.1
done
ok "every program reads its settings again ($said)" [ "$said" = $asked ]
at a jonas
send /signon/me /signon/me language=en mail=1 assigned=now approval=digest \
    change=digest mention=digest hour=7
answer 'Jonas wants to be told at once, on host a' 303
at b emma
ask "/dossiers/$number/tasks/new"
jonas=$(option 'Jonas Weber')
send "/dossiers/$number/tasks/new" "/dossiers/$number/tasks/new" \
    title='Call the library' owner="$jonas" \
    priority=normal
answer 'a task is handed over on host b' 303
now=$(date +%s)
for minute in 2 3 4 5; do
	for h in a b; do
		DOSSIER_NOW=$((now + minute * 60)) \
		    "$installed/libexec/dossier-clock" \
		    --conf "$work/$h/dossier.conf" 2>> "$work/$h/log/clock.log" &
	done
	wait
done
ok "one mail left, of two clocks ($(ls "$work"/mail.* | wc -l))" \
    [ "$(ls "$work"/mail.* | wc -l)" = 1 ]
ok 'it names the case and not its content' sh -c "
    sed '1,/^\$/d' '$work'/mail.* | base64 -d > '$work/text'
    grep -q '$number/tasks/' '$work/text' && ! grep -q library '$work/text'"
for h in a b; do
	DOSSIER_NOW=$((now + 600)) "$installed/libexec/dossier-clock" \
	    --conf "$work/$h/dossier.conf" 2>> "$work/$h/log/clock.log"
	"$installed/bin/dossier" verify --conf "$work/$h/dossier.conf" \
	    --seal "$work/$h/log/seals" > "$work/verify" 2>&1
	ok "the store is as host $h has it sealed" [ $? = 0 ]
	[ $bad = 0 ] || sed 's/^/# /' "$work/verify"
done
ok 'both hosts wrote the same seals' cmp -s "$work/a/log/seals" "$work/b/log/seals"

# The database goes and comes back; nobody has to start anything.
pgsql_stop "$work/pg" fast
at a emma
ask "/dossiers/$number"
answer 'without the database' 503
pgsql_up "$work/pg"
for h in a b; do
	at $h emma
	tenths=50
	while ask "/dossiers/$number"; [ "$status" != 200 ] &&
	    [ $tenths -gt 0 ]; do
		tenths=$((tenths - 1)); sleep 0.1
	done
	answer "host $h is back after $((50 - tenths)) tenths" 200
done

# One host goes; the other carries on, writing too.
for pid in $(pgrep -P "$(cat "$work/a/pid")" 'dossier-|nginx'); do
	kill -9 "$pid"
done
at b emma
send "/dossiers/$number/note" "/dossiers/$number/note" text='Written on host b.'
answer 'after host a died, host b writes' 303
ask "/dossiers/$number"
ok 'and shows it' shows 'Written on host b.'
