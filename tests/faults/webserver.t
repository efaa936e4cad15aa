# SPDX-License-Identifier: MIT
# The web server reads its configuration again, or is started again, and so
# is the program, while people work: nothing acknowledged is lost, and whoever
# comes meanwhile waits at the socket.
. "$(dirname "$0")/faults.sh"
PATH=$PATH:/usr/sbin:/usr/local/sbin
command -v nginx > /dev/null || skip_all 'nginx is not installed'
office
workers=3
service
nginx
sign_in

working() {	# NAME SECONDS
	for name in a b c; do
		load "$1$name" http "$2" POST /webtest/write
	done
	load "$1reader" http "$2" GET /webtest
}
came() {	# SENTENCE NAME ALLOWED-STATUSES
	loaded
	for name in a b c reader; do
		are=
		for code in $(answers "$2$name"); do
			case " $3 " in *" $code "*) ;; *) are="$are $code" ;; esac
		done
		is "$1: other answers to $name" "$are" ''
	done
}

working reload 2
for i in 1 2 3 4 5; do
	sleep 0.25
	command nginx -e "$work/nginx.log" -c "$work/nginx.conf" -s reload
done
came 'the web server reads again' reload '200 303'

working again 2
sleep 0.5
kill -QUIT "$(cat "$work/nginx.pid")"
wait_for test ! -e "$work/nginx.pid"
rm -f "$work/http.sock"
nginx
came 'the web server starts again' again '0 200 303'
check "the longest wait was $(longest againa) ms" \
    [ "$(longest againa)" -lt 2000 ]

working term 3
slowest=0
for i in 1 2 3; do
	sleep 0.5
	pid=$(master)
	before=$(date +%s%N)
	kill -TERM "$pid"
	wait_for sh -c "! kill -0 $pid 2> /dev/null"
	took=$((($(date +%s%N) - before) / 1000000))
	[ $took -le $slowest ] || slowest=$took
done
came 'the program starts again' term '200 303'
check "it let go within $slowest ms" [ "$slowest" -lt 5000 ]

# more people than workers, and these busy elsewhere: they wait their turn
pids=$(pgrep -P "$(master)")
kill -STOP $pids
for name in a b c d e f g h i j k l m n o p q r s t; do
	load "queue$name" webtest 2 POST /webtest/write
done
sleep 1
kill -CONT $pids
loaded
for name in a j t; do
	is "20 at once: answers to $name" "$(answers "queue$name")" 303
done
kept
whole 'the store verifies'
