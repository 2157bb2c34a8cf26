import SharedFunnel

extension Message {
  static let completionsAbstract = Message(
    "cli.completions", "Print the script that lets a shell complete commands, options, stages and members.")
  static let completionsDiscussion = Message(
    "cli.completions.discussion",
    """
    Put it where the shell looks for completions: fish in ~/.config/fish/completions/funnel.fish, zsh as _funnel in a \
    folder of fpath, bash in ~/.local/share/bash-completion/completions/funnel.

      funnel completions bash > ~/.local/share/bash-completion/completions/funnel
      funnel completions fish > ~/.config/fish/completions/funnel.fish
    """)
  static let completionsShellHelp = Message("cli.completions.shell", "bash, zsh or fish.")

  static let manAbstract = Message("cli.man", "Print the manual page of the program, or of a command.")
  static let manDiscussion = Message(
    "cli.man.discussion",
    """
    In the form that 'man' reads: save it, and open it with 'man ./funnel.1', or put it into a folder of MANPATH.

      funnel man > funnel.1
      funnel man report funnel > funnel-report-funnel.1
    """)
  static let manCommandHelp = Message("cli.man.command", "The command, such as 'lead add'; without it, the program.")
  static let manNoSuchCommand = Message(
    "cli.man.no_such_command", "There is no command '{command}'. 'funnel --help' lists them.")

  // Headings and words of a page.
  static let manName = Message("man.name", "NAME")
  static let manSynopsis = Message("man.synopsis", "SYNOPSIS")
  static let manDescription = Message("man.description", "DESCRIPTION")
  static let manArguments = Message("man.arguments", "ARGUMENTS")
  static let manOptions = Message("man.options", "OPTIONS")
  static let manCommands = Message("man.commands", "COMMANDS")
  static let manExamples = Message("man.examples", "EXAMPLES")
  static let manEnvironment = Message("man.environment", "ENVIRONMENT")
  static let manSeeAlso = Message("man.see_also", "SEE ALSO")
  static let manDefault = Message("man.default", "Default: {value}.")
  static let manSubcommands = Message("man.subcommands", "Its commands: {list}.")
  static let manDatabase = Message("man.env.db", "The workspace, where --db names none.")
  static let manActor = Message("man.env.actor", "The member who acts, where --actor names none.")
  static let manNoColor = Message("man.env.no_color", "Not empty: no bold and no dim text.")
  static let manWidth = Message("man.env.columns", "The width to print for, instead of the terminal's own.")
}
