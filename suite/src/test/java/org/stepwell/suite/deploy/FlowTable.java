package org.stepwell.suite.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stepwell.suite.deploy.Flows.Flow;

/**
 * The table "Who may reach whom" of docs/security.md. SERVICE stands for each of the four, the same on both sides; ANY
 * for each of the four, whoever is on the other side.
 */
final class FlowTable {

    private static final Path PAGE = Path.of("../docs/security.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ((?:`[A-Za-z-]+`(?:, )?)+) \\| ((?:`[A-Za-z-]+`(?:, )?)+) \\| ([0-9, ]+) \\|");

    private FlowTable() {}

    private static final class Once {
        private static final Set<Flow> FLOWS = read();
    }

    static Set<Flow> flows() {
        return Once.FLOWS;
    }

    private static Set<Flow> read() {
        try {
            var flows = new TreeSet<Flow>();
            ROW.matcher(Files.readString(PAGE)).results().forEach(row -> {
                for (var from : row.group(1).split(", ", -1)) {
                    for (var to : row.group(2).split(", ", -1)) {
                        for (var port : row.group(3).split(", ", -1)) {
                            expand(from.replace("`", ""), to.replace("`", ""), Integer.parseInt(port.strip()), flows);
                        }
                    }
                }
            });
            return flows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void expand(String from, String to, int port, Set<Flow> flows) {
        for (var service : Deploy.SERVICES) {
            for (var left : any(from.replace("SERVICE", service))) {
                for (var right : any(to.replace("SERVICE", service))) {
                    flows.add(new Flow(left, right, port));
                }
            }
        }
    }

    private static List<String> any(String name) {
        if (!name.contains("ANY")) {
            return List.of(name);
        }
        var names = new ArrayList<String>();
        Deploy.SERVICES.forEach(service -> names.add(name.replace("ANY", service)));
        return names;
    }
}
