# SPDX-License-Identifier: MIT
# The clock is wrong, and put right: sessions, the brake on signing in, who is
# here, forms sent twice, the order of events. Hours that do not exist or come
# twice, leap days, the year 2038. And programs at work while the clock jumps:
# what they wait for does not go by it.
. "$(dirname "$0")/faults.sh"
office
day=86400

at() {	# SECONDS: the clock's time, with a session of now
	clock=$1
	as mia
}
now=$clock

# a day ahead, somebody works, and the clock is put right
at $((now + day))
get "$D"
form_of "$D/note"; hidden "$D/note" > "$work/note"
cp "$work/note" "$work/fields"
send "$D/note" text='Written tomorrow'
status 303
session_there=$session
clock=$now
as sue
get "$D"
hasnt 'is here, too'
session=$session_there
get "$D"
status 200
is 'the session ages from now on' \
    "$(sql "SELECT max(used) FROM session WHERE used <= $now + 1")" "$now"
clock=$((now + 3600))
get "$D"
status 401
clock=$now
as mia
cp "$work/note" "$work/fields"
send "$D/note" text='Written tomorrow'
cp "$work/note" "$work/fields"
form_of "$D/note"; hidden "$D/note" > "$work/note"
cp "$work/note" "$work/fields"
send "$D/note" text='Written today'
status 303
is 'events stand in the order in which they came' \
    "$(sql "SELECT b.body FROM event e JOIN event_body b ON b.event = e.id
	WHERE e.kind = 'note.added' ORDER BY e.seq" |
	grep -o 'Written t[a-z]*' | tail -n 2 | tr '\n' ' ')" \
    'Written tomorrow Written today '

# the same form again, a day before it was sent
session=$session_there
clock=$((now - 10))
n=$(sql 'SELECT count(*) FROM note')
cp "$work/fields" "$work/again"
send "$D/note" text='Written today'
clock=$((now - day))
cp "$work/again" "$work/fields"
send "$D/note" text='Written today'
is 'notes of forms that were sent twice' "$(sql 'SELECT count(*) FROM note')" \
    "$n"

# a brake that was pulled tomorrow does not hold today
clock=$now
as nobody
sql_write "INSERT INTO signin_failure (key, count, since)
    SELECT 'address:192.0.2.7', 99, $now + $day" > "$work/out"
post /signon login=mia password=wrong
check "nobody is braked ($status_now)" [ "$status_now" != 429 ]

# hours that clocks leave out or have twice, where they do
received() {	# ZONE MOMENT STATUS
	sed -i "s,^timezone.*,timezone = $1," "$work/dossier.conf"
	form_page='/intake/new?type=complaint&person=P-20000001'
	now_is="$1, $2: "
	post /intake/new matter=new medium=letter received="$2" \
	    f.subject=billing title="At $2" then=show
	form_page=
	status "$3"
}
at 1806278400		# 2027-03-29
received Europe/Paris 2027-03-28T02:30 422
has 'does not exist'
received Asia/Tokyo 2027-03-28T02:30 303
received Europe/Paris 2027-03-28T01:59 303
received Europe/Paris 2027-03-28T03:00 303
is 'a minute lies between' "$(sql "SELECT max(received) - min(received)
    FROM dossier WHERE title IN ('At 2027-03-28T01:59', 'At 2027-03-28T03:00')")" 60
at 1825027200		# 2027-11-01
received Europe/Paris 2027-10-31T02:30 422
has 'comes twice'
received Asia/Tokyo 2027-10-31T02:30 303

due() {	# ZONE DAY SECONDS: the end of that day
	sed -i "s,^timezone.*,timezone = $1," "$work/dossier.conf"
	post "$D/tasks/new" title="Until $2 in $1" priority=normal \
	    team=north due="$2"
	is "$1: a task due $2" \
	    "$(sql "SELECT due FROM task WHERE title = 'Until $2 in $1'")" \
	    $(($3 - 1))
}
at "$now"
due Europe/Paris 2027-03-28 "$(TZ=Europe/Paris date -d '2027-03-29' +%s)"
due Asia/Tokyo 2027-03-28 "$(TZ=Asia/Tokyo date -d '2027-03-29' +%s)"
due Europe/Paris 2027-10-31 "$(TZ=Europe/Paris date -d '2027-11-01' +%s)"
due Europe/Paris 2028-02-29 "$(TZ=Europe/Paris date -d '2028-03-01' +%s)"
due Europe/Paris 2040-01-31 "$(TZ=Europe/Paris date -d '2040-02-01' +%s)"
post "$D/tasks/new" title=Never priority=normal team=north due=2027-02-29
status 422

# 2038 is a year like others
at 2147483640
post "$D/note" text='The last seconds of 32 bits'
later 60
post "$D/note" text='And after them'
status 303
follow
has 'And after them'
get "$D/tasks"
status 200
get /
status 200
received Europe/Paris 2038-01-19T04:14 303

# programs at work, while the clock goes a day ahead, back, and two years on
now_is=
library=$(faketime -f +0 sh -c 'echo "$LD_PRELOAD"' 2> /dev/null |
    tr ' :' '\n\n' | grep -m 1 faketime)
if [ -n "$library" ]; then
	sed -i "s,^timezone.*,timezone = Europe/Berlin," "$work/dossier.conf"
	preload="LD_PRELOAD=$library FAKETIME_TIMESTAMP_FILE=$work/jump
	    FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1
	    DONT_FAKE_MONOTONIC=1"
	echo +0 > "$work/jump"
	programs webtest
	sign_in
	load slow webtest 5 GET /webtest
	for name in a b; do load $name webtest 5 POST /webtest/write; done
	sleep 1
	for jump in +1d -1d +0; do
		echo "$jump" > "$work/new"
		mv "$work/new" "$work/jump"
		sleep 1
	done
	loaded
	echo "# answers: $(answers slow); $(answers a); $(answers b)"
	is 'who reads is answered, or asked to sign in' \
	    "$(answers slow | sed 's/ 401//')" 200
	is 'who writes, too' "$(answers a | sed 's/ 401//') $(answers b |
	    sed 's/ 401//')" '303 303'
	is 'no request took too long' "$(grep -c 'too long' "$work/webtest.log")" 0
	kept
else
	echo '# no faketime: no clock jumps below programs at work'
fi
whole 'the store verifies'
