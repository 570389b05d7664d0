package org.stepwell.suite.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is on the topics, held against what publishers say they numbered and what listeners say they applied. Knows no
 * broker and no database, so that it can be tried with losses made for it.
 */
final class EventNumbers {

    /** A key of a topic: the numbers of its events count up by one. */
    record Stream(String topic, String key) {

        boolean isState() {
            return topic.endsWith(".state") || topic.equals("stepwell.consent") || topic.equals("stepwell.account");
        }
    }

    private final Map<Stream, TreeSet<Long>> heard = new HashMap<>();
    private final Set<String> forgetful = new HashSet<>();
    private long repeated;

    /** A record was read. */
    void heard(Stream stream, long number) {
        if (!heard.computeIfAbsent(stream, _ -> new TreeSet<>()).add(number)) {
            repeated++;
        }
    }

    /** Older records of this topic are gone by its own rules: retention, or compaction. */
    void forgets(String topic) {
        forgetful.add(topic);
    }

    /** Events, each number once. */
    long published() {
        return heard.values().stream().mapToLong(TreeSet::size).sum();
    }

    /** Records that repeat a number, which is allowed and harmless. */
    long repeated() {
        return repeated;
    }

    /** Numbers missing between others, and from the first on where nothing was forgotten. */
    List<String> gaps() {
        var lost = new ArrayList<String>();
        heard.forEach((stream, numbers) -> {
            boolean forgets = forgetful.contains(stream.topic());
            if (forgets && stream.isState()) {
                return; // compaction keeps the newest of each key, in no row
            }
            long first = forgets ? numbers.first() : 1;
            if (numbers.last() - first + 1 != numbers.size() || numbers.first() != first) {
                lost.add("%s %s has %d numbers from %d to %d"
                        .formatted(stream.topic(), stream.key(), numbers.size(), numbers.first(), numbers.last()));
            }
        });
        return lost;
    }

    /** What a publisher numbered and the broker does not have; a publisher knows better than the broker what it said. */
    List<String> unheard(Map<Stream, Long> numbered) {
        var lost = new ArrayList<String>();
        numbered.forEach((stream, last) -> {
            var numbers = heard.get(stream);
            if (numbers == null && (stream.isState() || !forgetful.contains(stream.topic()))) {
                lost.add("%s %s: %d said, none heard".formatted(stream.topic(), stream.key(), last));
            } else if (numbers != null && !last.equals(numbers.last())) {
                lost.add(
                        "%s %s: %d said, heard up to %d".formatted(stream.topic(), stream.key(), last, numbers.last()));
            }
        });
        return lost;
    }

    /** What a listener to these topics has not applied. */
    List<String> unapplied(String listener, Collection<String> topics, Map<Stream, Long> cursors) {
        var lost = new ArrayList<String>();
        heard.forEach((stream, numbers) -> {
            long cursor = cursors.getOrDefault(stream, 0L);
            if (topics.contains(stream.topic()) && cursor != numbers.last()) {
                lost.add("%s applied %d of %d of %s %s"
                        .formatted(listener, cursor, numbers.last(), stream.topic(), stream.key()));
            }
        });
        return lost;
    }

    /** How many events a listener to these topics has applied. */
    long applied(Collection<String> topics, Map<Stream, Long> cursors) {
        return heard.entrySet().stream()
                .filter(one -> topics.contains(one.getKey().topic()))
                .mapToLong(one -> one.getValue()
                        .headSet(cursors.getOrDefault(one.getKey(), 0L), true)
                        .size())
                .sum();
    }
}
