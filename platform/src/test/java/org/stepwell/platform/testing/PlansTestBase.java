package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.PassingTrouble;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.time.DueDoor;

/**
 * What operations read, they find by an index, as the role that serves them and under row security. Every read of the service
 * is called, every link opened, and what falls due done, over thousands of copies of real records, and the server tells how it found
 * each answer.
 */
public abstract class PlansTestBase extends RecordsTestBase {

    private static final int ROWS = 4_000;
    private static final int READ_MAX = ROWS / 8;
    private static final int OF_A_KIND = 3;

    private final Set<String> tried = new TreeSet<>();
    private final Set<String> untried = new TreeSet<>();

    @Inject
    AgroalDataSource dataSource;

    @Inject
    @Any
    Instance<DueDoor> doors;

    @Inject
    @Any
    Instance<TaskKind> kinds;

    /** The tables whose sealed words open at their own id only: their copies are all at other clinics. */
    protected Set<String> sealed() {
        return Set.of();
    }

    /** The tables of which one clinic has few rows at any time, so that they may be read whole. */
    protected Set<String> few() {
        return Set.of();
    }

    /** The paths of boards, which read all that is going on at a clinic, and no more often than a coordinator looks. */
    protected Set<String> boards() {
        return Set.of();
    }

    /** The addresses of links to the records, which their holders open without a token. */
    protected List<String> links(Records records) {
        return List.of();
    }

    /** The kinds of which nothing waits, because they are done at once, and the name of the record that they are done with. */
    protected Map<String, String> doneAtOnce() {
        return Map.of();
    }

    /** The kinds that fall due of which the records make nothing that waits, and why; other tests may have left some. */
    protected Map<String, String> neverDue() {
        return Map.of();
    }

    /** What somebody does besides, in whose course much is looked through. */
    protected void alsoDone(Records records) {
        // nothing, unless a service says so
    }

    @Test
    void whatIsReadIsFoundByAnIndex() throws Exception {
        var records = recordsWithTask();
        var links = links(records);
        var people = people(records);
        var operations = Operations.running(everybodys());
        var config = ConfigProvider.getConfig();
        var data = Path.of(config.getValue(StepwellTestResource.DATA, String.class));
        var runtime = config.getValue("stepwell.database.user", String.class);
        try (var superuser = StepwellTestResource.superuser();
                var crowd = new Crowd(superuser, ROWS, sealed());
                var explained = new Explained(superuser, runtime, data.resolveSibling(data.getFileName() + ".log"))) {
            assertThat(crowd.tables(ROWS / 2)).contains("patient");
            dataSource.flush(FlushMode.GRACEFUL);
            for (var operation : operations.guarded()) {
                for (var somebody : people) {
                    if (operation.reads()
                            && somebody.stands(operation.policy())
                            && !boards().contains(operation.path())) {
                        var answer = operations.call(somebody.token(), operation, records.ids());
                        boolean somebodyElses = answer.statusCode() == 403
                                && Crossed.MAY_BE_SOMEBODY_ELSES.contains(operation.policy());
                        assertThat(somebodyElses || answer.statusCode() == 200)
                                .as("%s, %s: %s", operation, somebody, answer.body())
                                .isTrue();
                        chooses(somebody, operation, operations, records);
                    }
                }
            }
            links.forEach(link -> RestAssured.given().get(link).then().statusCode(200));
            assertThat(untried).as("parameters that nobody was answered with").isEmpty();
            alsoDone(records);
            openDoors(records);
            var plans = explained.plans();
            assertThat(plans).isNotEmpty();
            var full = crowd.tables(ROWS / 2);
            full.remove(
                    "task"); // what is open at one clinic at one time is little, and the index holds no more than that
            full.removeAll(few());
            assertThat(Explained.scans(plans, full, READ_MAX)).isEmpty();
        } finally {
            dataSource.flush(FlushMode.GRACEFUL);
        }
    }

    /** Each thing that may be chosen beside by itself, and all of them at once: that may be found in another way. */
    private void chooses(Somebody somebody, Operation operation, Operations operations, Records records) {
        var choices = operations.choices(operation, records.ids()).stream()
                .flatMap(choice -> isKindOfTask(operation, choice)
                        ? kinds.stream().limit(1).map(kind -> new Choice(false, choice.name(), kind.code()))
                        : Stream.of(choice))
                .toList();
        var together = new HashMap<String, Choice>();
        choices.forEach(choice -> together.put(choice.name(), choice));
        var ways = new ArrayList<>(choices.stream().map(List::of).toList());
        ways.add(List.copyOf(together.values()));
        for (var way : ways) {
            var answer = operations.choosing(way, somebody.token(), operation, records.ids());
            assertThat(answer.statusCode())
                    .as("%s, %s, %s: %s", operation, somebody, way, answer.body())
                    .isIn(200, 400, 403);
            way.forEach(choice -> {
                var name = operation + " " + choice.name();
                if (answer.statusCode() == 200) {
                    tried.add(name);
                }
                untried.add(name);
                untried.removeAll(tried);
            });
        }
    }

    /** Each service has its own, and may have none. */
    private static boolean isKindOfTask(Operation operation, Choice choice) {
        return operation.path().endsWith("/tasks") && choice.name().equals("kind");
    }

    private record Row(String kind, UUID subject, Instant dueAt) {}

    /** Some of each kind that falls due here, sooner than they do, and for nothing. */
    private void openDoors(Records records) {
        var rows = new ArrayList<>(sql.list(
                """
                select * from (select *, row_number() over (partition by kind order by due_at) as number
                    from platform.due where clinic = ?) d
                where number <= ?
                """,
                row -> new Row(
                        row.getString("kind"),
                        row.getObject("subject", UUID.class),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()),
                Person.RIVERSIDE.value(),
                OF_A_KIND));
        doneAtOnce()
                .forEach((kind, name) ->
                        rows.add(new Row(kind, UUID.fromString(Bodies.value(records.ids(), name)), Instant.now())));
        rows.add(new Row("task-page", UUID.fromString(Bodies.value(records.ids(), "task")), Instant.now()));
        rows.removeIf(row -> neverDue().containsKey(row.kind()));

        var opened = rows.stream().filter(this::open).map(Row::kind).collect(Collectors.toSet());
        assertThat(doors.stream().map(DueDoor::kind))
                .as("kinds that nobody looked at")
                .allMatch(kind -> opened.contains(kind) || neverDue().containsKey(kind));
    }

    /** Whether all was there that the door needs; what other tests left may wait for what nobody will tell. */
    private boolean open(Row row) {
        var door = doors.stream()
                .filter(one -> one.kind().equals(row.kind()))
                .findAny()
                .orElseThrow();
        return ClinicContext.in(new ClinicContext.Work(Person.RIVERSIDE, "service:test", null), () -> {
            QuarkusTransaction.begin();
            try {
                door.due(row.subject(), row.dueAt());
            } catch (PassingTrouble e) {
                return door.outside(); // there, somebody may be away
            } catch (RuntimeException e) {
                if (!door.outside()) {
                    throw e;
                }
            } finally {
                QuarkusTransaction.rollback();
            }
            return true;
        });
    }
}
