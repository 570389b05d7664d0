/** Who may come in: invitations that bind a user of the identity provider to a member of the staff or a patient, and accounts. */
@NullMarked
package org.stepwell.enrollment.account;

import org.jspecify.annotations.NullMarked;
