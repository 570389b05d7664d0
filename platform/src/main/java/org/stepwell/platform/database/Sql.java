package org.stepwell.platform.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain SQL in the transaction at hand, for the plumbing and for what an object mapper would only hide. */
@Singleton
public class Sql {

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * From here on in this transaction each statement is planned for the values that it has, which costs about a millisecond each. For
     * lists of hundreds of ids: a plan for lists of any length takes them for short ones, and reads what somebody had in a year.
     */
    public void planForLongLists() {
        update("set local plan_cache_mode = force_custom_plan");
    }

    /** Changes rows and says how many. */
    public int update(String statement, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }

    /** All rows, in the order the statement asks for; the statement sets the limit. */
    public <T> List<T> list(String statement, Reader<T> reader, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var prepared = prepare(connection, statement, values);
                var rows = prepared.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }

    /** The first row, or nothing. */
    public <T> Optional<T> one(String statement, Reader<T> reader, @Nullable Object... values) {
        var found = list(statement, reader, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        Statements.count();
        var prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value instanceof Object[] array) {
                prepared.setArray(i + 1, connection.createArrayOf(typeOf(array), array));
            } else if (value instanceof java.time.Instant instant) {
                prepared.setObject(i + 1, instant.atOffset(java.time.ZoneOffset.UTC));
            } else {
                prepared.setObject(i + 1, value);
            }
        }
        return prepared;
    }

    private static String typeOf(Object[] array) {
        return switch (array) {
            case Long[] _ -> "bigint";
            case Integer[] _ -> "int";
            case java.util.UUID[] _ -> "uuid";
            case java.time.LocalDate[] _ -> "date";
            case java.time.OffsetDateTime[] _ -> "timestamptz";
            default -> "text";
        };
    }
}
