/** Who may come in: invitations that bind a user of the identity provider to a member of the staff or a patient, and
 * accounts, of people and of partners' systems.
 */
@NullMarked
package org.stepwell.enrollment.account;

import org.jspecify.annotations.NullMarked;
