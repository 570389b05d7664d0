package org.stepwell.platform.event;

import org.stepwell.contracts.Event;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.trace.Trace;

/** Tells a listener an event as the continuation of what led to it: its trace, its actor, its cause. */
record Retelling<E extends Event>(Listener<E> listener, String name) {

    /** The listener at work in a clinic. */
    ClinicContext.Work work(ClinicId clinic) {
        return new ClinicContext.Work(clinic, "service:" + name, null);
    }

    void tell(E event, Envelope envelope) {
        ClinicContext.because(
                envelope.id(),
                envelope.actor(),
                () -> Trace.continued(
                        envelope.traceparent(), "apply " + envelope.type(), () -> listener.on(event, envelope)));
    }
}
