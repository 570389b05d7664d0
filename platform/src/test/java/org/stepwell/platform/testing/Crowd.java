package org.stepwell.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies of every row of every clinic's table but the audit, which is a chain, half of them at the same clinic and the others
 * at nineteen more: what a database of some years looks like to its planner. They go with {@link #close}.
 */
final class Crowd implements AutoCloseable {

    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'platform')
            where c.relkind = 'r' and c.relname not like 'audit%' and c.relname <> 'clinic' and exists (
                select from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinic_id')
            """;

    /**
     * How a copy's columns are made: other ids, the same in all tables, or in their order where it is kept; other words where a word
     * may stand once.
     */
    private static final String COLUMNS = """
            select quote_ident(a.attname), case
                when a.attname = 'clinic_id' then
                    'case when n % 2 = 0 and %stays then clinic_id else md5(clinic_id::text || n % 19)::uuid end'
                when a.atttypid = 'uuid'::regtype and in_order
                    then format('(left(%I::text, 24) || left(md5(n::text), 12))::uuid', a.attname)
                when a.atttypid = 'uuid'::regtype then format('md5(%I::text || n)::uuid', a.attname)
                when a.atttypid = 'text'::regtype and stands_once and not checked then format('%I || n', a.attname)
                else quote_ident(a.attname) end
            from pg_attribute a,
                lateral (select exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique
                    and a.attnum = any (i.indkey)) as stands_once),
                lateral (select exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
                    and a.attnum = any (k.conkey)) as checked),
                lateral (select exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
                    and a.attnum = any (k.conkey) and pg_get_constraintdef(k.oid) like '%_id < %_id%') as in_order)
            where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
                and a.attgenerated = '' and a.attidentity = ''
            """;

    private final Connection connection;
    private final List<String> tables = new ArrayList<>();
    private final String transaction;

    /**
     * Fills each table with about so many rows, past row security and whatever rows owe each other; the copies of some are
     * all elsewhere.
     */
    Crowd(Connection superuser, int rows, Set<String> elsewhere) throws SQLException {
        connection = superuser;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            transaction = one(statement, "select pg_current_xact_id()::xid::text");
            for (var row : rows(statement, TABLES)) {
                tables.add(row.getFirst());
            }
            for (var table : tables) {
                statement.execute(copy(statement, table, rows, !elsewhere.contains(table)));
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    /** The tables with at least so many rows now, without their schemas. */
    Set<String> tables(int rows) throws SQLException {
        var full = new HashSet<String>();
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                if (size(statement, table) >= rows) {
                    full.add(table.substring(table.indexOf('.') + 1));
                }
            }
        }
        return full;
    }

    private static int size(Statement statement, String table) throws SQLException {
        return Integer.parseInt(one(statement, "select count(*)::text from " + table));
    }

    private static String copy(Statement statement, String table, int rows, boolean stays) throws SQLException {
        int copies = Math.max(2, rows / Math.max(1, size(statement, table)));
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : rows(
                statement,
                COLUMNS.replace("'%s'", statement.enquoteLiteral(table)).replace("%stays", String.valueOf(stays)))) {
            columns.add(column.get(0));
            values.add(column.get(1));
        }
        return "insert into %s (%s) select %s from %s, generate_series(1, %d) n on conflict do nothing"
                .formatted(table, String.join(", ", columns), String.join(", ", values), table, copies);
    }

    @Override
    public void close() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute("delete from %s where xmin = '%s'::xid".formatted(table, transaction));
            }
            statement.execute("vacuum analyze");
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        return rows(statement, query).getFirst().getFirst();
    }

    private static List<List<String>> rows(Statement statement, String query) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var found = statement.executeQuery(query)) {
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
