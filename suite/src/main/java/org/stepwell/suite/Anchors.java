package org.stepwell.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.stepwell.platform.audit.AuditAnchor;

/** Anchors as they are kept outside of the database; one that nobody can read is no reason to leave it out. */
final class Anchors {

    private Anchors() {}

    /** Lines of a service's own file, or of the topic with their keys in front; those of other services are passed over. */
    static List<AuditAnchor> inFile(Path file, Service service) throws IOException {
        var lines = Files.readString(file).split("\n", -1);
        var found = new ArrayList<AuditAnchor>();
        for (int at = 0; at < lines.length; at++) {
            var parts = lines[at].split("\t", 2);
            boolean ours = parts.length == 1 || AuditAnchor.serviceOf(parts[0]).equals(service.title());
            boolean last = at == lines.length - 1; // the service may be writing it right now
            var line = parts[parts.length - 1];
            if (ours && !line.isBlank() && (!last || isWhole(line))) {
                found.add(read(line, file.toString()));
            }
        }
        return found;
    }

    private static boolean isWhole(String line) {
        try {
            AuditAnchor.parse(line);
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** One anchor, from a file or a topic. */
    static AuditAnchor read(String line, String where) {
        try {
            return AuditAnchor.parse(line);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Trouble("%s holds a line that is no anchor: %s".formatted(where, e.getMessage()), e);
        }
    }
}
