/**
 * Papers of a patient: what they signed elsewhere, what a court sent, the card of their insurer.
 *
 * <p>A file comes as the body of a request and not as part of a form, because a form's files are laid down on the disk, in
 * the clear, before anybody is asked whether they may come. So they never lie anywhere unsealed, and the limit, the
 * policy and the repetition of a request are what they are everywhere.
 */
@NullMarked
package org.stepwell.enrollment.document;

import org.jspecify.annotations.NullMarked;
