package org.stepwell.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.audit.AuditAnchor;
import org.stepwell.platform.audit.AuditFinding;
import org.stepwell.platform.audit.GivenUp;

/**
 * The audit of a service that runs elsewhere, read as its auditor. The password comes in the environment, because a list of
 * processes shows every argument.
 */
record AuditElsewhere(
        Service service, String database, String user, String password, List<Path> anchors, Optional<GivenUp> givenUp) {

    static final String USAGE =
            "./stepwell audit verify [SERVICE] --database JDBC_URL --user AUDITOR [--anchor FILE]..."
                    + " [--given-up LINK@MOMENT] [--json]";
    private static final String PASSWORD = "STEPWELL_AUDIT_PASSWORD";

    static AuditElsewhere of(List<String> words, Map<String, String> environment) {
        var rest = new ArrayList<>(words);
        var database = take(rest, "--database").orElseThrow(AuditElsewhere::usage);
        var user = take(rest, "--user").orElseThrow(AuditElsewhere::usage);
        var anchors = new ArrayList<Path>();
        for (var file = take(rest, "--anchor"); file.isPresent(); file = take(rest, "--anchor")) {
            anchors.add(Path.of(file.get()).toAbsolutePath());
        }
        var givenUp = take(rest, "--given-up").map(AuditElsewhere::givenUp);
        if (rest.size() > 1 || !database.startsWith("jdbc:postgresql:")) {
            throw usage();
        }
        if (database.contains("password=")) {
            throw new Trouble("A password does not belong into the address; set %s instead.".formatted(PASSWORD));
        }
        @Nullable String password = environment.get(PASSWORD);
        if (password == null || password.isEmpty()) {
            throw new Trouble("Set %s to the password of %s.".formatted(PASSWORD, user));
        }
        return new AuditElsewhere(service(rest, database), database, user, password, anchors, givenUp);
    }

    Map<String, AuditFinding> verify() throws IOException {
        var told = new ArrayList<AuditAnchor>();
        for (var file : anchors) {
            if (!Files.isReadable(file)) {
                throw new Trouble("There is no file of anchors that can be read at %s.".formatted(file));
            }
            told.addAll(Anchors.inFile(file, service));
        }
        try (var connection = connect()) {
            told.removeIf(anchor -> givenUp.stream().anyMatch(end -> end.concerns(anchor)));
            return Map.of(service.title(), AuditFinding.of(connection, service.title(), told, Instant.now()));
        } catch (SQLException e) {
            throw new Trouble(
                    "%s can not read the audit in %s: %s".formatted(user, withoutParameters(database), e.getMessage()),
                    e);
        }
    }

    Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(database, user, password);
        connection.setReadOnly(true);
        return connection;
    }

    private static GivenUp givenUp(String written) {
        try {
            return GivenUp.parse(written);
        } catch (IllegalArgumentException e) {
            throw new Trouble("--given-up: " + e.getMessage(), e);
        }
    }

    /** The one that was named, or else the one that the database is named after. */
    private static Service service(List<String> named, String database) {
        var address = withoutParameters(database);
        var name = address.substring(address.lastIndexOf('/') + 1);
        return Service.all().stream()
                .filter(service -> named.isEmpty() ? name.contains(service.title()) : named.contains(service.title()))
                .findFirst()
                .orElseThrow(() -> new Trouble("Say whose audit it is, one of %s: %s"
                        .formatted(Service.all().stream().map(Service::title).toList(), USAGE)));
    }

    private static String withoutParameters(String database) {
        return database.split("\\?", 2)[0];
    }

    private static Optional<String> take(List<String> words, String flag) {
        int at = words.indexOf(flag);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 >= words.size()) {
            throw usage();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private static Trouble usage() {
        return new Trouble("audit of a clinic elsewhere: " + USAGE);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "audit of %s as %s".formatted(service.title(), user);
    }
}
