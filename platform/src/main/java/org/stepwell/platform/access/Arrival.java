package org.stepwell.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.stepwell.contracts.id.ClinicId;

/** Lets somebody who is signed in, and nobody at any clinic yet, do the one thing in a clinic that makes them somebody. */
@ApplicationScoped
public class Arrival {

    private final Caller caller;
    private final Desk desk;

    Arrival(Caller caller, Desk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    /** Does something for whom the token names, in a transaction of a clinic that is theirs by what they brought. */
    public <T> T at(ClinicId clinic, Function<String, T> work) {
        var subject = caller.subject().orElseThrow();
        caller.recognized(new Caller.Identity(subject, caller.roles(), clinic, null, null, null));
        return desk.receive(() -> work.apply(subject));
    }

    /** The transaction begins here, once the clinic is known. */
    @ApplicationScoped
    static class Desk {

        @Transactional
        @InsteadOfOperation
        <T> T receive(java.util.function.Supplier<T> work) {
            return work.get();
        }
    }
}
