package org.stepwell.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a command where nothing but one folder can be written, as in a container; only Linux can, and not everybody there may. */
final class ReadOnlyRoot {

    private static final String SCRIPT =
            "mount -o remount,bind,ro / && mount -t tmpfs none \"$1\" && shift && exec \"$@\"";

    private ReadOnlyRoot() {}

    /** The command in a view of its own of all disks; it stays one process. */
    static List<String> around(List<String> command, Path writable) {
        var wrapped = new ArrayList<>(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh"));
        wrapped.add(writable.toString());
        wrapped.addAll(command);
        return wrapped;
    }

    /** Whether this machine lets us. */
    static boolean isPossible(Path writable) {
        return Programs.succeeds(around(List.of("true"), writable));
    }
}
