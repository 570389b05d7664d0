package org.stepwell.suite;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwell.platform.testing.LocalPostgres;

/** Looks into a service's database: psql where there is one, else the statement that follows the service's name. */
final class Sql implements Verb {
    @Override
    public int run(List<String> arguments) throws Exception {
        if (arguments.isEmpty()) {
            throw new Trouble("sql needs a service, as in: ./stepwell sql enrollment \"select now()\"");
        }
        var service = Service.named(arguments.getFirst())
                .orElseThrow(() -> new Trouble("No service is called \"%s\".".formatted(arguments.getFirst())));
        var clinic = Clinic.attach();
        var statement = String.join(" ", arguments.subList(1, arguments.size()));
        return hasPsql() ? psql(clinic, service, statement) : jdbc(clinic, service, statement);
    }

    private static int psql(Clinic clinic, Service service, String statement) throws IOException, InterruptedException {
        var settings = clinic.settings();
        var command =
                new ArrayList<>(List.of("psql", "-X", "-h", "127.0.0.1", "-U", "postgres", "-d", service.database()));
        command.addAll(List.of("-p", Integer.toString(settings.ports().of(Door.POSTGRES))));
        if (!statement.isBlank()) {
            command.addAll(List.of("-c", statement));
        }
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("PGPASSWORD", LocalPostgres.superuserPasswordOf(settings.postgresData()));
        return builder.start().waitFor();
    }

    private static int jdbc(Clinic clinic, Service service, String sql) throws SQLException {
        if (sql.isBlank()) {
            throw new Trouble("There is no psql on this machine (Debian: apt install postgresql-client); "
                    + "give the statement after the service's name.");
        }
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                show(statement);
            } else {
                System.out.println(statement.getUpdateCount() + " rows");
            }
        } catch (SQLException e) {
            throw new Trouble("%s does not take this statement: %s".formatted(service.database(), e.getMessage()));
        }
        return 0;
    }

    private static void show(Statement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            var columns = rows.getMetaData();
            var names = new ArrayList<String>();
            for (var column = 1; column <= columns.getColumnCount(); column++) {
                names.add(columns.getColumnLabel(column));
            }
            System.out.println(String.join(" | ", names));
            while (rows.next()) {
                System.out.println(String.join(" | ", values(rows, names.size())));
            }
        }
    }

    private static List<String> values(ResultSet rows, int columns) throws SQLException {
        var values = new ArrayList<String>();
        for (var column = 1; column <= columns; column++) {
            values.add(Optional.ofNullable(rows.getString(column)).orElse(""));
        }
        return values;
    }

    private static boolean hasPsql() {
        return Programs.has("psql");
    }
}
