import SharedFunnel

extension Message {
  static let memberAbstract = Message(
    "cli.member", "Add the people who work in the funnel.")
  static let memberDiscussion = Message(
    "cli.member.discussion",
    """
    Identity on the command line is asserted, not proved; the journal keeps who was named and the login.

      funnel member add ana --department marketing --head marketing
      funnel member list
    """)
  static let memberAddAbstract = Message(
    "cli.member_add", "Add a member.")
  static let memberAddDiscussion = Message(
    "cli.member_add.discussion",
    """
    Needs no acting member, so that the first one can be added.

      funnel member add ana --department marketing --name 'Ana Ruiz'
      funnel member add eva --department both --head both
    """)
  static let memberListAbstract = Message(
    "cli.member_list", "List the members.")
  static let memberListDiscussion = Message(
    "cli.member_list.discussion", "  funnel member list")
  static let memberDeactivateAbstract = Message(
    "cli.member_deactivate", "Take a member out who left; every record stays.")
  static let memberDeactivateDiscussion = Message(
    "cli.member_deactivate.discussion", "  funnel member deactivate ana")
  static let departmentAbstract = Message(
    "cli.department", "Show the departments.")
  static let departmentDiscussion = Message("cli.department.discussion", "  funnel department list")
  static let departmentListAbstract = Message(
    "cli.department_list", "List the departments with their stages and people.")
  static let departmentListDiscussion = Message(
    "cli.department_list.discussion", "  funnel department list")
  static let reasonAbstract = Message(
    "cli.reason", "Keep the reasons for losing leads and rejecting offers.")
  static let reasonDiscussion = Message(
    "cli.reason.discussion",
    """
    A loss is explained by a reason of kind loss; a rejection by one of kind definitional (not what was agreed), \
    procedural (came over the wrong way) or clerical (data missing).

      funnel reason list
      funnel reason add no_fit --kind loss --label 'Not for them'
    """)
  static let reasonAddAbstract = Message(
    "cli.reason_add", "Add a reason.")
  static let reasonAddDiscussion = Message(
    "cli.reason_add.discussion", "  funnel reason add merged --kind loss --label 'Bought by another company'")
  static let reasonListAbstract = Message(
    "cli.reason_list", "List the reasons.")
  static let reasonListDiscussion = Message(
    "cli.reason_list.discussion", "  funnel reason list")

  // Arguments.
  static let handleHelp = Message(
    "arg.handle", "What people type: 1 to 32 of a-z, 0-9, dot, underscore and dash.")
  static let memberDepartmentHelp = Message(
    "arg.member_department", "marketing, sales or both. Can be repeated.")
  static let memberHeadHelp = Message(
    "arg.member_head", "The departments that the member heads: marketing, sales or both.")
  static let memberNameHelp = Message(
    "arg.member_name", "The person's name.")
  static let reasonKeyHelp = Message(
    "arg.reason_key", "What people type: 1 to 64 of a-z, 0-9, underscore and dash.")
  static let reasonKindHelp = Message(
    "arg.reason_kind", "What it explains: loss, definitional, procedural or clerical.")
  static let reasonLabelHelp = Message(
    "arg.reason_label", "What people read.")

  // What a command did.
  static let memberAdded = Message(
    "done.member_added", "Member {member} added.")
  static let memberDeactivated = Message(
    "done.member_deactivated", "Member {member} can no longer act; every record stays.")
  static let memberState = Message(
    "done.member_state", "{member}: departments {departments}; head of {heads}.")
  static let headOfNone = Message(
    "done.head_of_none", "none")
  static let noMembers = Message(
    "member.none", "No members yet. Add one with 'funnel member add'.")
  static let reasonAdded = Message(
    "done.reason_added", "Reason {key} added: {label}.")
  static let departmentMissing = Message(
    "usage.department", "Name the department: --department marketing, sales or both.")
  static let noSuchReasonKind = Message("usage.reason_kind", "There is no kind '{text}'. Kinds: {known}.")
}
