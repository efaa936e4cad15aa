# SPDX-License-Identifier: MIT
# dossier-clock: jobs that are due, one run at a time, seals that leave the
# store, clocks that are set.
. "$(dirname "$0")/../nobody.sh"
. "$top_srcdir/tests/tool/tool.sh"
seals=$work/seals
sed -i "/^secret_file/a seal_file = $seals\nseal_syslog = none" \
    "$work/dossier.conf"
now=1795521600

# clock SECONDS [OPTION...]: so long after the start.
clock() {
	at=$((now + $1)); shift
	rc=0
	DOSSIER_NOW=$at DOSSIER_CONF=$work/dossier.conf \
	    "$top_builddir/dossier-clock" "$@" > "$work/out" \
	    2> "$work/err" || rc=$?
	out=$(cat "$work/out") err=$(cat "$work/err")
}
job() { sql "SELECT $2 FROM job WHERE name = '$1'"; }
event() { dossier type install "$work/types/$1"; }

clock 0
is 'without a store it is refused' "$rc" 1
store
clock 0
is 'the first run does all jobs' "$rc$err" 0
clock 0 --list
for name in $(printf '%s\n' "$out" | sed 's/ .*//'); do
	is "$name is recorded as done" "$(job "$name" 'ok, ended')" \
	    "1	$now"
done
is 'the clock is free again' \
    "$(job clock 'ok, until IS NULL, said')" \
    "1	1	$(printf '%s\n' "$out" | grep -c .) jobs, 0 failed"
is 'the types are sealed' "$(sql 'SELECT number, heads, chains, events
    FROM seal')" '1	1	1	2'
has 'the seal is in the file' "$(cat "$seals")" \
    'seal 1 at 2026-11-24T12:00:00Z heads 1 chains 1 events 2 root '
is 'with the hash of the store' "$(sed 's/.* //' "$seals")" \
    "$(sql 'SELECT hash FROM seal')"

clock 20
is 'nothing is due twenty seconds later' "$(job seals started)" "$now"
clock 60
is 'a minute later seals are' "$(job seals started)" "$((now + 60))"
is 'the directory is not' "$(job directory started)" "$now"
is 'nothing new, no seal' "$(wc -l < "$seals")" 1
clock 290
is 'the directory is after five minutes' "$(job directory started)" \
    "$((now + 290))"
clock 21 --job housekeeping
is 'a job that is named runs at once' "$(job housekeeping started)" \
    "$((now + 21))"
clock 0 --job nonsense
is 'a job that there is not is wrong use' "$rc" 2
clock $((14 * 3600 + 120))
is 'the night comes at two at the site' "$(job directory-all started)" \
    "$((now + 14 * 3600 + 120))"
is 'silence has a seal of its own' "$(sed -n '$s/ chains.*//p' "$seals")" \
    'seal 2 at 2026-11-25T02:02:00Z heads 0'

# A type changes: an event of the topic "types".
event() {
	mkdir -p "$work/types/permit"
	cp -f "$top_srcdir"/etc/casetypes/*.rng "$work/types"
	cp -f "$top_srcdir/etc/casetypes/permit/permit.dmn" "$work/types/permit"
	sed "s/Listed monument/Monument $1/" \
	    "$top_srcdir/etc/casetypes/permit/type.xml" \
	    > "$work/types/permit/type.xml"
	dossier type install "$work/types/permit"
}
later=$((14 * 3600 + 300))
event a
clock $later
cp "$seals" "$work/whole"
head -n 2 "$work/whole" > "$seals"
clock $((later + 60))
is 'a line that a crash left out is added' "$(cat "$seals")" \
    "$(cat "$work/whole")"
head -c -70 "$work/whole" > "$seals"
clock $((later + 120))
is 'a line that was cut short is written once more' \
    "$(tail -n 1 "$seals")" "$(tail -n 1 "$work/whole")"
event b
clock $((later + 180))
is 'and the next one follows' "$(wc -l < "$seals")" 5

# One run at a time.
dossier sql --write "UPDATE job SET until = $((now + later + 290)),
    host = 'other' WHERE name = 'clock'"
event c
clock $((later + 240))
is 'while another host has the clock it does nothing' \
    "$rc $(job seals started)" "0 $((now + later + 180))"
clock $((later + 240)) --job seals
has 'and says so to who asks for a job' "$err" 'another run has the clock'
clock $((later + 291))
is 'a lease that ended is taken over' "$(job seals started)" \
    "$((now + later + 291))"
event d
before=$(sql 'SELECT count(*) FROM seal')
runs=$(job seals run)
i=0
while [ $i -lt 8 ]; do
	DOSSIER_NOW=$((now + later + 360)) DOSSIER_CONF=$work/dossier.conf \
	    "$top_builddir/dossier-clock" &
	i=$((i + 1))
done
wait
is 'of eight at the same time one seals' \
    "$(($(sql 'SELECT count(*) FROM seal') - before))" 1
is 'once' "$(($(job seals run) - runs))" 1
is 'each line stands in the file once' \
    "$(grep -c "^seal $((before + 1)) " "$seals")" 1

# Clocks that are set.
clock $((later + 7560))
is 'two hours ahead it runs' "$(job seals started)" "$((now + later + 7560))"
event e
clock $((later + 420))
is 'and back again too' "$rc$err $(job seals started)" \
    "0 $((now + later + 420))"
dossier sql --write "UPDATE job SET until = $((now + 86400 * 9))
    WHERE name = 'clock'"
clock $((later + 480))
is 'a lease of next week holds nobody up' "$(job seals started)" \
    "$((now + later + 480))"

# A job that fails.
cat >> "$work/dossier.conf" <<END
[directory]
urls = ldap://127.0.0.1:1
tls = none
people = dc=example
timeout = 1
END
clock $((later + 1200)) --job directory-all
is 'a job that fails ends it with 1' "$rc" 1
is 'is recorded' "$(job directory-all 'ok, good < started')" '0	1'
has 'and said' "$err" 'directory-all: '
event f
clock $((later + 1800))
is 'it is tried again' "$rc $(job directory-all started)" \
    "1 $((now + later + 1800))"
is 'does not stop the others' "$(sql 'SELECT max(number) FROM seal')" \
    "$(sed -n '$s/seal \([0-9]*\).*/\1/p' "$seals")"
is 'and is not said each time' \
    "$(printf '%s\n' "$err" | grep -c directory-all)" 0
sed -i '/^\[directory/,$d' "$work/dossier.conf"
clock $((later + 2400))
has 'until it goes again' "$err" 'directory-all: goes again'

dossier verify
is 'the store and its seals hold' "$rc$err" 0
has 'up to the last seal' "$out" "as in $seals; 0 came later"
dossier verify --seal "$work/none"
is 'a file that is asked for must be there' "$rc" 1

# Another store under the same file.
older=$(copy_store "$work/older")
event g
clock $((later + 2460))
last=$(wc -l < "$seals")
use_store "$older"
clock $((later + 2520))
is 'an older store is noticed' "$rc" 1
has 'and named' "$err" 'the store was exchanged for an older one'
is 'the file stays as it is' "$(wc -l < "$seals")" "$last"
dossier verify
has 'verify names it too' "$err" "The store ends at seal $((last - 2)), $seals knows $((last - 1)): the store was exchanged for an older one"
mv "$seals" "$seals.before"
clock $((later + 2580))
is 'moved away, a new one begins' "$rc $(sed -n '1s/ at.*//p' "$seals")" \
    '0 seal 1'
dossier sql --write "UPDATE seal SET hash = prev"
event h
clock $((later + 2640))
has 'a seal that was changed is named' "$err" 'is not the one in'
dossier verify --seal "$seals.before"
is 'and by verify' "$err" 'dossier: Seal 1 was changed.'
tool_end
