package org.stepwell.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How the server did what a role asked of it, as its own log says: connections of the role that are made from now on. */
final class Explained implements AutoCloseable {

    private static final String PLAN = "  plan:";
    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_format = json",
            "auto_explain.log_parameter_max_length = 0");

    private final Connection superuser;
    private final String role;
    private final Path log;
    private final long from;

    Explained(Connection superuser, String role, Path log) throws SQLException, IOException {
        this.superuser = superuser;
        this.role = role;
        this.log = log;
        this.from = Files.size(log);
        for (var setting : SETTINGS) {
            alter("set " + setting);
        }
    }

    /** Every scan that read more rows than {@code most} of one of the tables, with its statement. */
    static Set<String> scans(List<JsonNode> plans, Set<String> tables, int most) {
        var found = new LinkedHashSet<String>();
        for (var plan : plans) {
            collect(plan.get("Plan"), plan.path("Query Text").asText(), tables, most, found);
        }
        return found;
    }

    private static void collect(JsonNode node, String statement, Set<String> tables, int most, Set<String> found) {
        double rows = node.path("Actual Rows").asDouble()
                + node.path("Rows Removed by Filter").asDouble()
                + node.path("Rows Removed by Index Recheck").asDouble();
        var table = node.path("Relation Name").asText();
        if (tables.contains(table) && rows * node.path("Actual Loops").asDouble() > most) {
            found.add("%s of %s by %s for %s: %s"
                    .formatted(
                            node.get("Node Type").asText(),
                            table,
                            node.path("Index Cond").asText(),
                            node.path("Filter").asText(),
                            statement.replaceAll("\\s+", " ")));
        }
        node.path("Plans").forEach(below -> collect(below, statement, tables, most, found));
    }

    /** Each as the server wrote it: its first line ends in "plan:", the others begin with a tab. */
    List<JsonNode> plans() throws IOException {
        var json = new ObjectMapper();
        var plans = new ArrayList<JsonNode>();
        var lines = new String(written(), StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(PLAN)) {
                var plan = new StringBuilder();
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("\t")) {
                    plan.append(lines.get(++i)).append('\n');
                }
                plans.add(json.readTree(plan.toString()));
            }
        }
        return plans;
    }

    private byte[] written() throws IOException {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(from);
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var setting : SETTINGS) {
            alter("reset " + setting.substring(0, setting.indexOf(' ')));
        }
    }

    private void alter(String what) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter role %s %s".formatted(role, what));
        }
    }
}
