package org.stepwell.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;

/** One PostgreSQL server on this machine, with a database, an owner and a least-privilege user per service. */
public final class LocalPostgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration STARTUP_MAX = Duration.ofSeconds(60);
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final String DUPLICATE_ROLE = "42710";
    private static final Set<String> LOST_A_RACE = Set.of(DUPLICATE_DATABASE, DUPLICATE_ROLE, "23505");

    // Every connection shows a password, so that another user of this machine can not read patients over loopback.
    private static final String HOST_BASED_AUTHENTICATION = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final EmbeddedPostgres server;
    private final String superuserPassword;

    private LocalPostgres(EmbeddedPostgres server, String superuserPassword) {
        this.server = server;
        this.superuserPassword = superuserPassword;
    }

    /** Starts the server on this folder and port (0 takes a free one); a durable one survives a power cut, tests do without. */
    public static LocalPostgres start(Path dataDirectory, int port, boolean durable) throws IOException {
        var log = dataDirectory.toAbsolutePath().resolveSibling(dataDirectory.getFileName() + ".log");
        return start(dataDirectory, port, durable, log);
    }

    /** The same, with its log in this file. */
    public static LocalPostgres start(Path dataDirectory, int port, boolean durable, Path log) throws IOException {
        keepBinariesApartFromOtherUsers();
        var data = dataDirectory.toAbsolutePath();
        Files.createDirectories(data.getParent());
        var password = superuserPassword(data);
        var file = ProcessBuilder.Redirect.appendTo(log.toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_MAX)
                .setConnectConfig("password", password)
                .setLocaleConfig("pwfile", passwordFile(data).toString())
                // The same sort order on every machine, and one whose comparisons may use an index under row security.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // TCP only: a socket file left in /tmp by another user would keep this server from starting.
                .setServerConfig("unix_socket_directories", "")
                // A file, because a pipe to this JVM would break when it is killed and the server lives on.
                .setOutputRedirector(file)
                .setErrorRedirector(file)
                .setDataDirectoryCustomizer(LocalPostgres::askForPasswords);
        if (durable) {
            builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
        }
        return new LocalPostgres(builder.start(), password);
    }

    /** The port it answers on. */
    public int port() {
        return server.getPort();
    }

    /** The address a service connects to; user and password go apart from it. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    /** The address of a database of the server on this port, for a process that did not start it. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection that sees everything, row security included: for looking and for breaking things in tests. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, superuserPassword);
    }

    /** The same for a process that knows the folder and the port of a server it did not start. */
    public static Connection connect(Path dataDirectory, int port, String database) throws SQLException, IOException {
        return DriverManager.getConnection(jdbcUrl(port, database), SUPERUSER, superuserPasswordOf(dataDirectory));
    }

    /** The password of the user "postgres" of the server on this folder. */
    public static String superuserPasswordOf(Path dataDirectory) throws IOException {
        return Files.readString(passwordFile(dataDirectory.toAbsolutePath()));
    }

    /** Makes sure that the database and its two roles exist: the owner changes tables, the runtime role only rows. */
    public void createDatabase(String name, String owner, String ownerPassword, String runtime, String runtimePassword)
            throws SQLException {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            createRole(statement, owner, ownerPassword);
            createRole(statement, runtime, runtimePassword);
            var database = statement.enquoteIdentifier(name, true);
            tolerant(statement, "create database %s owner %s".formatted(database, owner));
            statement.execute("revoke connect, temporary on database %s from public".formatted(database));
            statement.execute("grant connect on database %s to %s, %s".formatted(database, owner, runtime));
        }
    }

    /** Makes sure that the role exists that links the audit of a database. */
    public void createAuditor(String database, String auditor, String password) throws SQLException {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            createRole(statement, auditor, password);
            statement.execute("grant connect on database %s to %s"
                    .formatted(statement.enquoteIdentifier(database, true), auditor));
        }
    }

    /** Forgets a database, whoever is connected to it. */
    public void dropDatabase(String name) throws SQLException {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(
                    "drop database if exists %s with (force)".formatted(statement.enquoteIdentifier(name, true)));
        }
    }

    /** Ends the server; data stays in its folder. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createRole(Statement statement, String role, String password) throws SQLException {
        var name = statement.enquoteIdentifier(role, false);
        tolerant(statement, "create role " + name);
        statement.execute("alter role %s login nosuperuser nobypassrls nocreatedb nocreaterole password %s"
                .formatted(name, statement.enquoteLiteral(password)));
    }

    // PostgreSQL has no "create role if not exists", and another process may create it at the same moment.
    private static void tolerant(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!LOST_A_RACE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void keepBinariesApartFromOtherUsers() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "stepwell-" + System.getProperty("user.name"));
        if (System.getProperty("ot.epg.working-dir") == null) {
            System.setProperty(
                    "ot.epg.working-dir", folder.resolve("embedded-pg").toString());
        }
    }

    private static void askForPasswords(File dataDirectory) {
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String superuserPassword(Path data) throws IOException {
        var file = passwordFile(data);
        if (!Files.exists(data.resolve("postgresql.conf"))) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    private static Path passwordFile(Path data) {
        return data.resolveSibling(data.getFileName() + ".superuser");
    }
}
