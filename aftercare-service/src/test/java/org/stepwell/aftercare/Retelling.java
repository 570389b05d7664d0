package org.stepwell.aftercare;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Routing;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;

/**
 * Tells a story in a clinic of its own: as it was recorded, or each event twice with topics and keys shuffled. Within a
 * key nothing overtakes what came before it; only a repetition may come late, as after a broken connection.
 */
final class Retelling {

    private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration AT_ONCE = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final ClinicId clinic = new ClinicId(Uuid7.next());

    private final Sql sql;

    Retelling(Sql sql) {
        this.sql = sql;
    }

    private record Told(Event event, String topic, String key, long sequence) {}

    /** Tells each event once, in the order given. */
    void asRecorded(List<Event> story) {
        tell(numbered(story));
    }

    /** Tells each event twice, in an order that the seed makes. */
    void shuffled(List<Event> story, long seed) {
        tell(shuffled(numbered(story), new Random(seed)));
    }

    private List<Told> numbered(List<Event> story) {
        var numbers = new HashMap<String, Long>();
        return story.stream()
                .map(event -> {
                    var topic = Routing.topicOf(event.getClass()).value();
                    var key = Routing.keyOf(clinic, event);
                    return new Told(event, topic, key, numbers.merge(topic + " " + key, 1L, Long::sum));
                })
                .toList();
    }

    private static List<Told> shuffled(List<Told> story, Random random) {
        var keys = new LinkedHashMap<String, List<Told>>();
        story.forEach(told -> keys.computeIfAbsent(told.topic() + " " + told.key(), _ -> new ArrayList<>())
                .add(told));
        var waiting = new ArrayList<List<Told>>();
        keys.values().forEach(told -> waiting.add(twice(told, random)));
        var order = new ArrayList<Told>();
        while (!waiting.isEmpty()) {
            var next = waiting.get(random.nextInt(waiting.size()));
            order.add(next.removeFirst());
            waiting.removeIf(List::isEmpty);
        }
        return order;
    }

    /** Each repetition comes at some time after its first telling. */
    private static List<Told> twice(List<Told> ofKey, Random random) {
        var order = new ArrayList<>(ofKey);
        for (var told : ofKey) {
            int first = order.indexOf(told);
            order.add(first + 1 + random.nextInt(order.size() - first), told);
        }
        return order;
    }

    /** Waits for each event before the next, so that the order is real; one that needs a later one waits for it. */
    private void tell(List<Told> order) {
        for (var told : order) {
            Broker.say(clinic, told.event(), told.sequence());
            try {
                await().atMost(AT_ONCE)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> applied(told));
            } catch (ConditionTimeoutException _) {
                // it waits for one that comes later; all are awaited below
            }
        }
        await("all to be applied").atMost(PATIENCE).until(() -> order.stream().allMatch(this::applied));
    }

    private boolean applied(Told told) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.one(
                                "select 1 from platform.cursor where topic = ? and key = ? and last >= ?",
                                row -> row.getInt(1),
                                told.topic(),
                                told.key(),
                                told.sequence())
                        .isPresent());
    }

    /** Rows of this clinic as JSON, with the story's names for its ids; ids made here have none. */
    List<String> rows(Map<String, String> names, List<String> selections) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> selections.stream()
                                .flatMap(selection -> sql.list("select " + selection, row -> row.getString(1)).stream()
                                        .map(row -> selection + ": " + named(names, row))
                                        .sorted())
                                .toList()));
    }

    /** A text with the story's names for its ids. */
    String named(Map<String, String> names, String text) {
        return AN_ID.matcher(text)
                .replaceAll(id -> id.group().equals(clinic.toString())
                        ? "the-clinic"
                        : names.getOrDefault(id.group(), "made-here"));
    }
}
