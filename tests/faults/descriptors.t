# SPDX-License-Identifier: MIT
# No file descriptors left: programs neither crash nor spin, refuse what they
# cannot do, and are as before when there are some again.
. "$(dirname "$0")/faults.sh"
command -v prlimit > /dev/null || skip_all 'no prlimit'
office
programs casework webtest
sign_in
all() {	# the programs and their workers
	# shellcheck disable=SC2086
	{ echo $masters; for pid in $masters; do pgrep -P "$pid"; done; } |
	    tr '\n' ' '
}
limit() {	# FILES
	for pid in $(all); do
		prlimit --pid "$pid" --nofile="$1:1024" || exit 99
	done
}
ticks() {	# of the processor, of all of them
	for pid in $(all); do
		cut -d' ' -f14,15 "/proc/$pid/stat"
	done | awk '{ n += $1 + $2 } END { print n + 0 }'
}

# what a service manager may give them: enough for all they do
limit 24
for name in a b; do load $name webtest 1 POST /webtest/write; done
load reader casework 1 GET "$D"
loaded
is 'with 24, writings' "$(answers a) $(answers b)" '303 303'
is 'with 24, readings' "$(answers reader)" 200

# fewer than they have open
before=$(ticks)
are=$(all)
for few in 3 8; do
	limit $few
	load "reader$few" casework 1 GET "$D"
	load "writer$few" webtest 1 POST /webtest/write
	sleep 1
	limit 24
	loaded
done
is 'processes that ended' "$(all)" "$are"
spent=$(($(ticks) - before))
check "the processor had $spent of 200 ticks" [ $spent -lt 100 ]
echo "# answers: $(answers reader3), $(answers reader8)," \
    "$(answers writer3), $(answers writer8)"
for name in c d; do load $name webtest 1 POST /webtest/write; done
load again casework 1 GET "$D"
loaded
is 'afterwards, writings' "$(answers c) $(answers d)" '303 303'
is 'afterwards, readings' "$(answers again)" 200
kept
whole 'the store verifies'
