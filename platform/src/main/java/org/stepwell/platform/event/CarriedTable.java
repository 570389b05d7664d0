package org.stepwell.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** How far the relay knows the topics it carries to, kept in the database that is carried from. */
final class CarriedTable {

    private CarriedTable() {}

    static Map<TopicPartition, Long> known(Connection connection) throws SQLException {
        var known = new HashMap<TopicPartition, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select topic, partition, \"offset\" from platform.carried")) {
            while (rows.next()) {
                known.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return known;
    }

    /** The topics on which this service has ever said something. */
    static Set<String> said(Connection connection) throws SQLException {
        var topics = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        with recursive said as (
                            (select topic from platform.stream order by topic limit 1)
                            union all
                            select (select s.topic from platform.stream s where s.topic > said.topic order by s.topic limit 1)
                            from said where said.topic is not null)
                        select topic from said where topic is not null
                        """)) {
            while (rows.next()) {
                topics.add(rows.getString(1));
            }
        }
        return topics;
    }

    static void keep(Connection connection, Map<TopicPartition, Long> carried) throws SQLException {
        var partitions = List.copyOf(carried.keySet());
        try (var statement = connection.prepareStatement("""
                insert into platform.carried (topic, partition, "offset")
                select * from unnest(?, ?, ?) as said(topic, partition, next) order by topic, partition
                on conflict (topic, partition) do update set "offset" = excluded."offset"
                """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            partitions.stream().map(TopicPartition::topic).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int",
                            partitions.stream().map(TopicPartition::partition).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", partitions.stream().map(carried::get).toArray()));
            statement.executeUpdate();
        }
    }
}
