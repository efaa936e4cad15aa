/* SPDX-License-Identifier: MIT */
/* What a child that reads hostile files may not do. */
#include <config.h>

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "base/count.h"
#include "paper/limits.h"

#define MEMORY ((rlim_t)768 << 20)
#define SECONDS 60
#define FILE_SIZE ((rlim_t)1 << 30)

static void
bound(int what, rlim_t most)
{
	struct rlimit r;

	if (getrlimit(what, &r) != 0)
		return;
	if (r.rlim_max == RLIM_INFINITY || r.rlim_max > most)
		r.rlim_max = most;
	if (r.rlim_cur == RLIM_INFINITY || r.rlim_cur > r.rlim_max)
		r.rlim_cur = r.rlim_max;
	if (setrlimit(what, &r) != 0)
		exit(3);
}

#define REFUSE(call)							\
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1),		\
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)

/* No socket, no other program, no look at another process. */
void
limits_shut_in(bool for_another)
{
	static struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		    offsetof(struct seccomp_data, nr)),
		REFUSE(SYS_socket),
		REFUSE(SYS_socketpair),
		REFUSE(SYS_connect),
		REFUSE(SYS_ptrace),
		REFUSE(SYS_process_vm_readv),
		REFUSE(SYS_process_vm_writev),
		REFUSE(SYS_kill),
		REFUSE(SYS_execveat),
		/* what stands last is left out for another */
		REFUSE(SYS_execve),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
	};
	static const struct sock_filter allow = BPF_STMT(BPF_RET | BPF_K,
	    SECCOMP_RET_ALLOW);
	struct sock_fprog program = {
		.len = COUNT(filter), .filter = filter
	};

	if (for_another) {
		program.len -= 2;
		filter[program.len - 1] = allow;
	}

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
		fprintf(stderr, "the kernel does not shut this in\n");
}

#ifdef SANITIZED
/* It looks for leaks by ptrace, which is refused. */
int __lsan_is_turned_off(void);

int
__lsan_is_turned_off(void)
{
	return 1;
}
#endif

void
limits_set(void)
{
	/* What fontconfig would ask of its surroundings. */
	unsetenv("HOME");
	unsetenv("XDG_CACHE_HOME");
#ifndef SANITIZED
	bound(RLIMIT_AS, MEMORY);
#endif
	bound(RLIMIT_CPU, SECONDS);
	bound(RLIMIT_FSIZE, FILE_SIZE);
	bound(RLIMIT_CORE, 0);
}
