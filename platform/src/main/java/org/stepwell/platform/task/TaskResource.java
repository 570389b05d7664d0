package org.stepwell.platform.task;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.TaskId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What there is to do: the same doors in every service, each for the tasks of its own work. */
@Path("tasks")
@Guard(Policy.TASKS_WORKED)
class TaskResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String STEPS = "[.][0-9]+\"$";

    private final TaskTable table;
    private final Tasks tasks;
    private final TaskKinds kinds;
    private final Access access;
    private final Clock clock;

    TaskResource(TaskTable table, Tasks tasks, TaskKinds kinds, Access access, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.kinds = kinds;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "What there is to do, what is due longest first",
            description = "The tasks given to the caller or to one of their roles; supervisors see those of everybody.")
    public RestResponse<Page<TaskView>> list(
            @QueryParam("mine")
                    @Pattern(regexp = "true|false")
                    @Parameter(description = "true: only what was given to the caller in person")
                    @Nullable
                    String mine,
            @QueryParam("role") @Nullable Role role,
            @QueryParam("kind") @Parameter(description = "the code of a kind of task") @Nullable String kind,
            @QueryParam("status") @Parameter(description = "without it, what has not ended") @Nullable
                    TaskStatus status,
            @QueryParam("patient") @Nullable PatientId patient,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new TaskSearch.Filter("true".equals(mine), role, known(kind), status, patient);
        @Nullable UUID after = page.after().equals(BEFORE_ALL) ? null : page.after();
        var found = table.list(new TaskSearch(access.reach(), filter, after, page.fetch()));
        return Page.of(found, page, this::shown, Task::id, uri);
    }

    @GET
    @Path("{task}")
    @Transactional
    @Operation(summary = "A task")
    public RestResponse<TaskView> read(TaskId task) {
        var found = table.find(task).orElseThrow(NotFoundException::new);
        access.toWorkOf(found.staff(), found.roles(), found.patient());
        return answer(found);
    }

    @POST
    @Path("{task}/acknowledgement")
    @Transactional
    @Operation(
            summary = "Take a task, so that it goes to nobody else",
            description =
                    "If-Match is of what people change: a task that went up its ladder since it was read can be taken.")
    public RestResponse<TaskView> acknowledge(TaskId task, @HeaderParam("If-Match") @Nullable IfMatch version) {
        return answer(tasks.acknowledge(mayChange(task, version), clock.instant()));
    }

    @POST
    @Path("{task}/completion")
    @Transactional
    @Operation(
            summary = "Say that a task is done",
            description = "A task that watches over some work, such as a note, ends with that work and not by this.")
    public RestResponse<TaskView> complete(TaskId task, @HeaderParam("If-Match") @Nullable IfMatch version) {
        var found = mayChange(task, version);
        if (kinds.find(found.kind()).filter(kind -> !kind.byHand()).isPresent()) {
            throw new Refusal(TaskRule.TASK_ENDS_WITH_ITS_WORK, "Do what it asks for (%s).".formatted(found.kind()));
        }
        return answer(tasks.end(found, TaskStatus.DONE, clock.instant()));
    }

    private Task mayChange(TaskId task, @Nullable IfMatch version) {
        var found = table.locked(task).orElseThrow(NotFoundException::new);
        access.toWorkOf(found.staff(), found.roles(), found.patient());
        if (version != null) {
            IfMatch.require(read(version), found.version());
        }
        return found;
    }

    /** How far it had gone up its ladder when it was read is nobody's change. */
    private static IfMatch read(IfMatch version) {
        return new IfMatch(version.tag().replaceFirst(STEPS, "\""));
    }

    private @Nullable String known(@Nullable String kind) {
        if (kind != null && kinds.find(kind).isEmpty()) {
            var expected = "expected one of " + String.join(", ", kinds.codes());
            throw new Refusal(HttpRule.INVALID_REQUEST, "kind: " + expected, List.of(new FieldError("kind", expected)));
        }
        return kind;
    }

    private RestResponse<TaskView> answer(Task task) {
        var tag = task.steps() == 0 ? "\"%d\"" : "\"%d.%d\""; // another role has it: whoever polls reads it anew
        return Answers.versioned(shown(task), tag.formatted(task.version(), task.steps()));
    }

    private TaskView shown(Task task) {
        var sentence = kinds.find(task.kind()).map(TaskKind::sentence).orElse(task.kind());
        return TaskView.of(task, sentence, clock.instant());
    }
}
