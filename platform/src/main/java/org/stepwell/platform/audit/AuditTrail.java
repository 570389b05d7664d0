package org.stepwell.platform.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.InsteadOfOperation;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.PurposeOfUse;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;

/** What is known of the request at hand until its row is written, and whether it is. */
@RequestScoped
class AuditTrail {

    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int REFUSED_FROM = 400;
    private static final int FAILED_FROM = 500;

    private final Caller caller;
    private final Set<UUID> made = new TreeSet<>();
    private @Nullable Beginning beginning;
    private volatile boolean begun;
    private volatile boolean written;

    AuditTrail(Caller caller) {
        this.caller = caller;
    }

    /**
     * How a request begins.
     *
     * @param known the version that the caller has already, from the header {@code If-None-Match}
     * @param records the ids in the path, patients' aside
     */
    record Beginning(
            Method operation,
            Instant at,
            String address,
            @Nullable String trace,
            @Nullable String known,
            Collection<UUID> records) {}

    void begins(Beginning asked) {
        beginning = asked;
    }

    /** True where the request is for an operation whose row is not written yet. */
    boolean open() {
        return beginning != null && !written;
    }

    /** True once, for the operation's own method, or the one that stands for it; what it calls belongs to the same request. */
    boolean enters(Method method) {
        if (begun || beginning == null || !isOperation(beginning.operation(), method)) {
            return false;
        }
        begun = true;
        return true;
    }

    private static boolean isOperation(Method operation, Method method) {
        return operation.equals(method) || method.isAnnotationPresent(InsteadOfOperation.class);
    }

    /** Somebody without a token asked for what is not there, and nobody's record was looked at: a link that was made up. */
    boolean isMissOfAnybody(int status) {
        if (status != NOT_FOUND) {
            return false;
        }
        var operation = beginning().operation();
        var policy = Policy.of(operation, operation.getDeclaringClass());
        return policy != null && policy.asksNobody() && caller.patients().isEmpty();
    }

    void touches(@Nullable Object askedOrShown) {
        caller.touches(askedOrShown);
    }

    /** The request made something; its id is the last in the address it has from now on. */
    void made(URI address) {
        var path = address.getPath();
        AuditRecords.id(path.substring(path.lastIndexOf('/') + 1)).ifPresent(made::add);
    }

    void written() {
        written = true;
    }

    Beginning beginning() {
        if (beginning == null) {
            throw new IllegalStateException("no operation was asked for");
        }
        return beginning;
    }

    /** The clinic in which the row is written; null where none was known. */
    ClinicContext.@Nullable Work work() {
        return caller.work().orElse(null);
    }

    /** The row of this request as it ends. */
    AuditRow row(int status, @Nullable String rule) {
        var asked = beginning();
        Caller.@Nullable Identity who = caller.known().orElse(null);
        return new AuditRow(
                Uuid7.next(),
                who == null ? null : who.clinic().value(),
                asked.at().truncatedTo(ChronoUnit.MICROS),
                caller.subject().orElse(null),
                who == null || who.staff() == null ? null : who.staff().value(),
                caller.roles().stream().map(Role::claim).toList(),
                OperationWords.nameOf(asked.operation()),
                action(asked.operation(), status),
                caller.patients().stream().map(PatientId::value).sorted().toList(),
                Stream.concat(asked.records().stream(), made.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                caller.purpose().map(PurposeOfUse::name).orElse(null),
                status < REFUSED_FROM ? "ALLOWED" : status < FAILED_FROM ? "REFUSED" : "FAILED",
                status,
                rule,
                asked.address(),
                asked.trace());
    }

    /** As IHE and DICOM name it: a POST that makes nothing new executes something. */
    private static String action(Method operation, int status) {
        if (operation.isAnnotationPresent(GET.class)) {
            return "R";
        }
        if (operation.isAnnotationPresent(DELETE.class)) {
            return "D";
        }
        if (!operation.isAnnotationPresent(POST.class)) {
            return "U";
        }
        var declared = operation.getAnnotation(APIResponseSchema.class);
        boolean creates = status == CREATED
                || (declared != null && declared.responseCode().equals(Integer.toString(CREATED)));
        return creates ? "C" : "E";
    }
}
